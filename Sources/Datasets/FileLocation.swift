/// A file that a spec names, and the checksum it must have.
public struct FileLocation: Hashable, Sendable {
  /// Where the bytes are.
  public enum Origin: Hashable, Sendable {
    /// A file of this machine, resolved against the spec's folder and confined.
    case path(String)
    /// An address that starts with `http://` or `https://`; its file is fetched into the cache.
    case url(String)
  }

  /// Where the bytes are.
  public var origin: Origin
  /// The file as the spec names it, for messages and the report.
  public var displayName: String
  /// The SHA-256 that the file must have, in lower-case hexadecimal; an address needs it.
  public var sha256: String?

  /// A file of this machine.
  public init(path: String, displayName: String, sha256: String? = nil) {
    origin = .path(path)
    self.displayName = displayName
    self.sha256 = sha256
  }

  /// A file that is fetched.
  public init(url: String, sha256: String) {
    origin = .url(url)
    displayName = url
    self.sha256 = sha256
  }

  /// Whether the file is compressed with gzip, which its name tells by ending in `.gz`.
  public var isCompressed: Bool { fileName.hasSuffix(".gz") }

  /// The name of a problem on this file: the file's, without folder and the last ending, and
  /// without an ending `.gz` after it.
  public var name: String {
    var name = Substring(fileName)
    if name.hasSuffix(".gz"), name.count > 3 { name.removeLast(3) }
    if let point = name.lastIndex(of: "."), point != name.startIndex { name = name[..<point] }
    return String(name)
  }

  /// The last part of the path; of an address without what follows `?` or `#`.
  private var fileName: String {
    var text = displayName[...]
    if case .url = origin { text = text.prefix { $0 != "?" && $0 != "#" } }
    return text.split(separator: "/").last.map(String.init) ?? ""
  }
}
