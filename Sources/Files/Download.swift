import Diagnostics
import Glibc

/// Fetches files by HTTP into a cache folder with the command `curl`, which follows redirects to
/// `http` and `https` alone.
public struct Download: Hashable, Sendable {
  /// How long a fetch may take, in seconds.
  public static let timeLimit = 3600

  /// What is fetched.
  public var url: String
  /// The SHA-256 it must have, in lower-case hexadecimal.
  public var sha256: String

  /// A file to fetch.
  public init(url: String, sha256: String) {
    self.url = url
    self.sha256 = sha256
  }

  /// The path of the file in `cache`, fetched if it is not there.
  ///
  /// It is written under another name and moved into place once its checksum is right, so that
  /// nobody ever finds half of it.
  ///
  /// - Parameters:
  ///   - cache: where files are kept by their checksums.
  ///   - sizeLimit: how many bytes the file may have; nil for any.
  /// - Throws: `.malformed` for an address that is not `http` or `https`, and for a file that is
  ///   too large or has another checksum; `.inaccessible` when the fetch fails or curl is missing.
  public func path(in cache: CacheFolder, sizeLimit: Int?) throws(InputError) -> String {
    guard url.hasPrefix("http://") || url.hasPrefix("https://"), !url.utf8.contains(0) else {
      throw fault(
        .malformed, "this is no address that can be fetched", "expected http:// or https://")
    }
    guard sha256.utf8.count == 64, sha256.utf8.allSatisfy(Self.isHexadecimal) else {
      throw fault(.malformed, "'\(sha256)' is no SHA-256", "expected 64 hexadecimal digits")
    }
    let name = "sha256-\(sha256)"
    if cache.holds(name) { return cache.file(name) }
    let target = WritingTarget(path: cache.file(name), name: cache.file(name))
    try target.makeFolders(cache.path)
    Litter.remove(from: cache.path)
    Interruption.register(target.temporaryPath)
    defer { Interruption.forget(target.temporaryPath) }
    do throws(InputError) {
      let digest = try fetch(to: target, sizeLimit: sizeLimit)
      guard digest == sha256 else {
        throw fault(
          .malformed, "the SHA-256 of the fetched file is \(digest)",
          "expected \(sha256): correct the checksum, or find out what the address gives")
      }
      try target.moveFile(target.temporaryPath)
    } catch {
      unlink(target.temporaryPath)
      throw error
    }
    return target.path
  }

  /// Fetches to the temporary path and tells the checksum.
  private func fetch(to target: WritingTarget, sizeLimit: Int?) throws(InputError) -> String {
    let descriptor = try target.open(target.temporaryPath)
    defer { close(descriptor) }
    guard
      let command = ChildProcess(
        "curl",
        [
          // What the user's own settings say could lead elsewhere.
          "--disable", "--fail", "--silent", "--show-error", "--globoff", "--location",
          "--max-redirs", "10", "--proto", "=http,https", "--proto-redir", "=http,https",
          "--connect-timeout", "30", "--max-time", "\(Self.timeLimit)", "--url", url,
        ])
    else {
      throw fault(
        .inaccessible, "cannot be fetched: the command curl is missing", "apt install curl")
    }
    var checksum = SHA256()
    var size = 0
    var failure: InputError?
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while failure == nil, case let count = command.readOutput(into: &buffer), count > 0 {
      size += count
      if let sizeLimit, size > sizeLimit {
        failure = fault(
          .malformed, "the address gives more than \(FileContents.byteSize(sizeLimit))",
          "the limit is \(FileContents.byteSize(sizeLimit))")
      } else {
        checksum.update(buffer[..<count])
        failure = target.append(buffer[..<count], to: descriptor)
      }
    }
    if failure != nil { command.end() }
    let (status, message) = command.finish()
    if let failure { throw failure }
    guard status == 0 else {
      let reason = message.isEmpty ? "curl ended with status \(status)" : message
      throw fault(
        .inaccessible, "cannot be fetched: \(reason)",
        "try: curl --location --output \(target.path) '\(url)'")
    }
    return checksum.finish()
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  private func fault(
    _ reason: InputError.Reason, _ message: String, _ help: String
  ) -> InputError {
    InputError(reason, [Diagnostic(file: url, message: message, help: help)])
  }
}
