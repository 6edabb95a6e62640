import Files

#if canImport(Glibc)
  import Glibc
#endif

/// Segments that are read from, many of them held open: on a shared file system opening one costs far more
/// than reading a run from it.
struct OpenSegments {
  /// A segment that is open, for as long as somebody reads from it.
  final class Segment: Sendable {
    let file: ReadableParts

    fileprivate init?(path: String) {
      guard let file = ReadableParts(path: path) else { return nil }
      self.file = file
    }
  }

  /// How many are held open at most: half of what the process may.
  private static let most: Int = {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 64 }
    return max(1, Int(min(limit.rlim_cur, 8192)) / 2)
  }()

  let folder: String
  private var segments: [String: Segment] = [:]

  init(in folder: String) { self.folder = folder }

  /// A segment that reaches to `end` at least, as far as it does; nil where it cannot be opened.
  mutating func segment(_ name: String, to end: Int) -> Segment? {
    // One that is being written has grown since.
    if let known = segments[name], known.file.size >= end { return known }
    if segments[name] == nil, segments.count >= Self.most {
      segments.remove(at: segments.startIndex)
    }
    let segment = Segment(path: "\(folder)/\(name)")
    segments[name] = segment
    return segment
  }
}
