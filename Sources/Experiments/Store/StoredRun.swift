import Files

/// A run as it lies in a segment of the store.
///
/// All numbers are little-endian.
///
///     4 bytes   "RRUN"
///     1 byte    version, 1
///     3 bytes   0
///     8 bytes   n, how many bytes follow the key up to the digest
///     32 bytes  the key: the SHA-256 of the request's canonical text
///     4 bytes   m, how many bytes the request has
///     m bytes   the request's canonical text
///     n−4−m     the record (`RunRecord.encoded`)
///     32 bytes  the SHA-256 of all that, which tells a torn or corrupt one
struct StoredRun {
  /// What a run begins with, the version included.
  private static let start = Array("RRUN".utf8) + [1, 0, 0, 0]
  static let headerSize = 48
  /// Where the key stands.
  static let keyRange = 16..<48
  static let digestSize = 32
  /// The most bytes of one: more is no run but damage.
  static let greatestSize = Int(UInt32.max)

  /// The SHA-256 of the request's canonical text.
  let key: Digest
  /// The request's canonical text.
  let request: [UInt8]
  /// The encoded record.
  let record: [UInt8]

  /// The run as bytes.
  var bytes: [UInt8] {
    var bytes = Self.start
    bytes.reserveCapacity(Self.headerSize + 4 + request.count + record.count + Self.digestSize)
    Self.append(UInt64(4 + request.count + record.count), to: &bytes)
    bytes += key.bytes
    Self.append(UInt32(request.count), to: &bytes)
    bytes += request
    bytes += record
    bytes += SHA256.digest(of: bytes[...])
    return bytes
  }

  init(key: Digest, request: [UInt8], record: [UInt8]) {
    self.key = key
    self.request = request
    self.record = record
  }

  /// The run that `bytes` are, all of them; nil where they are torn or corrupt.
  init?(bytes: [UInt8]) {
    guard let size = Self.size(ofHeader: bytes[...]), size == bytes.count,
      SHA256.value(of: bytes.dropLast(Self.digestSize)) == Digest(bytes.suffix(Self.digestSize))
    else { return nil }
    let body = bytes[Self.headerSize..<bytes.count - Self.digestSize]
    let length = Int(Self.number(body.prefix(4)))
    guard body.count >= 4 + length else { return nil }
    request = Array(body.dropFirst(4).prefix(length))
    record = Array(body.dropFirst(4 + length))
    key = Digest(bytes[Self.keyRange])
    guard SHA256.value(of: request[...]) == key else { return nil }
  }

  /// How many bytes the run with this header has in all; nil where this is no such header.
  static func size(ofHeader header: ArraySlice<UInt8>) -> Int? {
    let header = Array(header.prefix(headerSize))
    guard header.count == headerSize, header.starts(with: start) else { return nil }
    let length = number(header[8..<16])
    guard length >= 4, length <= UInt64(greatestSize - headerSize - digestSize) else { return nil }
    return headerSize + Int(length) + digestSize
  }

  static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// The number that up to eight bytes are, the least significant first.
  static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
