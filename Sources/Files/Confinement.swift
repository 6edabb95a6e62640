import Glibc

/// Keeps the files that a spec names within the project that the spec belongs to.
///
/// Paths are relative to the spec's own folder. They may not leave the nearest folder at or above
/// it that holds `Package.swift` or, without one, the spec's folder; symbolic links count as what
/// they point to.
public struct Confinement: Hashable, Sendable {
  /// The spec's folder, absolute, without links.
  public let folder: String
  /// The folder that may not be left, absolute, without links.
  public let root: String
  /// The folder that the spec's report belongs to: the nearest at or above the spec's own that holds
  /// `Package.swift` or a folder `experiments`, else the spec's own; absolute, without links.
  public let project: String
  /// Whether a `Package.swift` lies in `project` or above it.
  public let hasPackage: Bool
  /// Whether `root` may be left all the same.
  public let allowsOutside: Bool

  /// Why a path is refused.
  public enum Refusal: Error, Hashable, Sendable {
    /// The path is empty or holds a NUL.
    case unusable
    /// The path does not start from the spec's folder.
    case absolute
    /// The path leads out of `root`.
    case outside(root: String)
  }

  /// The confinement of a spec.
  ///
  /// - Returns: nil when the folder of `specPath` does not exist.
  public init?(ofSpecAt specPath: String, allowingOutside: Bool) {
    guard let folder = Self.realPath(Self.parent(of: specPath)) else { return nil }
    self.folder = folder
    allowsOutside = allowingOutside
    let package = Self.nearest(to: folder, where: Self.holdsPackage)
    hasPackage = package != nil
    root = package ?? folder
    project =
      Self.nearest(to: folder) {
        Self.holdsPackage($0) || FileKind(at: Self.join($0, "experiments")) == .folder
      } ?? folder
  }

  private static func holdsPackage(_ folder: String) -> Bool {
    FileKind(at: join(folder, "Package.swift")) == .regular
  }

  /// The nearest folder at or above `folder` that is looked for; nil where there is none.
  private static func nearest(
    to folder: String, where isWanted: (String) -> Bool
  ) -> String? {
    var candidate = folder
    while !isWanted(candidate) {
      guard candidate != "/" else { return nil }
      candidate = parent(of: candidate)
    }
    return candidate
  }

  /// The absolute path, without links, that `path` means; the last parts of it need not exist.
  public func resolve(_ path: String) throws(Refusal) -> String {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .unusable }
    // Bytes, not characters: to the system a slash is a slash whatever mark follows it.
    let slash = UInt8(ascii: "/")
    let isAbsolute = path.utf8.first == slash
    if isAbsolute, !allowsOutside { throw .absolute }
    var resolved = isAbsolute ? "/" : folder
    for part in path.utf8.split(separator: slash).map({ String(Substring($0)) }) where part != "." {
      if part == ".." {
        resolved = Self.parent(of: resolved)
      } else {
        let next = Self.join(resolved, part)
        resolved = Self.realPath(next) ?? next
      }
    }
    guard allowsOutside || Self.contains(root, resolved) else { throw .outside(root: root) }
    return resolved
  }

  /// Whether `path` is `root` or lies below it; both absolute and without links.
  static func contains(_ root: String, _ path: String) -> Bool {
    let prefix = root.utf8.last == UInt8(ascii: "/") ? root : root + "/"
    return path.utf8.elementsEqual(root.utf8) || path.utf8.starts(with: prefix.utf8)
  }

  /// The absolute path without links of something that exists; nil otherwise.
  package static func realPath(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// The folder that holds `path`.
  package static func parent(of path: String) -> String {
    guard let cut = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return cut == path.startIndex ? "/" : String(path[..<cut])
  }

  /// The path of `name` in `folder`.
  package static func join(_ folder: String, _ name: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }
}
