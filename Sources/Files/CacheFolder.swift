import Diagnostics
import Glibc

/// The folder for files that are fetched once and can be fetched again.
public struct CacheFolder: Hashable, Sendable {
  /// Where it is, absolute.
  public let path: String

  /// A folder, which need not exist yet.
  public init(path: String) {
    self.path = path
  }

  /// The user's own: `report` in `XDG_CACHE_HOME` where that is an absolute path, else
  /// `~/.cache/report` (XDG Base Directory Specification); nil without a home.
  public static var user: CacheFolder? {
    if let base = environment("XDG_CACHE_HOME"), base.utf8.first == UInt8(ascii: "/") {
      return CacheFolder(path: Confinement.join(base, "report"))
    }
    guard let home = environment("HOME"), home.utf8.first == UInt8(ascii: "/") else { return nil }
    return CacheFolder(path: Confinement.join(home, ".cache/report"))
  }

  /// Where a file is or will be.
  public func file(_ name: String) -> String { Confinement.join(path, name) }

  /// Whether there is a file of this name.
  public func holds(_ name: String) -> Bool { FileKind(at: file(name)) == .regular }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
