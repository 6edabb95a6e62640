#if canImport(Glibc)
  import Glibc
#endif

/// Where runs are kept.
public struct StorePlace: Hashable, Sendable {
  /// How the names of segments end.
  static let ending = "seg"

  /// The folder of the segments.
  public let folder: String
  /// The folder above it that is there in any case.
  public let root: String

  /// The folder that `--cache` would name.
  package var cacheFolder: String { String(folder.dropLast("/runs".count)) }

  /// The folder of what is submitted to a cluster.
  package var clusterFolder: String { cacheFolder + "/slurm" }

  /// `directory`, or what `REPORT_CACHE` names, or `.report-cache` of the project.
  ///
  /// - Parameters:
  ///   - project: the project's folder.
  ///   - directory: a folder that the user names; it need not exist.
  public init(project: String, directory: String? = nil) {
    let named = directory ?? getenv("REPORT_CACHE").map { String(cString: $0) }
    guard let named, !named.isEmpty else {
      root = project
      folder = root + "/.report-cache/runs"
      return
    }
    var path = named.hasPrefix("/") ? named : "./" + named
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    // What the user names may be a link, and lie where the user wants.
    root = path
    folder = path + "/runs"
  }
}
