import Files

@testable import Experiments

/// Bytes with the digests that belong to them: a fuzzer cannot guess these, and without them would
/// never get further than to a digest.
enum Seal {
  /// What may be a run, with its key and its digest.
  static func run(_ bytes: [UInt8]) -> [UInt8] {
    let (header, digest) = (StoredRun.headerSize, StoredRun.digestSize)
    guard bytes.count >= header + 4 + digest else { return bytes }
    var sealed = bytes
    let body = bytes[header..<bytes.count - digest]
    sealed.replaceSubrange(8..<16, with: number(body.count))
    let length = Int(StoredRun.number(body.prefix(4)))
    let request = body.dropFirst(4).prefix(length)
    sealed.replaceSubrange(16..<header, with: SHA256.digest(of: request))
    return sealed.dropLast(digest) + SHA256.digest(of: sealed.dropLast(digest))
  }

  /// What may be a segment, with the digest of its index.
  static func segment(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= 48, let end = Int(exactly: StoredRun.number(bytes.suffix(16).prefix(8))),
      end <= bytes.count - 48
    else { return bytes }
    let index = bytes[end..<bytes.count - 48]
    return bytes.prefix(bytes.count - 48) + SHA256.digest(of: index) + bytes.suffix(16)
  }

  private static func number(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    StoredRun.append(UInt64(count), to: &bytes)
    return bytes
  }
}
