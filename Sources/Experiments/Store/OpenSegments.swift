import Files

/// Segments that are read from, a few of them held open: on a shared file system opening one costs far more
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

  /// How many are held open at most.
  private static let most = 64

  let folder: String
  private var segments: [String: Segment] = [:]

  init(in folder: String) { self.folder = folder }

  /// A segment that reaches to `end` at least, as far as it does; nil where it cannot be opened.
  mutating func segment(_ name: String, to end: Int) -> Segment? {
    // One that is being written has grown since.
    if let known = segments[name], known.file.size >= end { return known }
    if segments.count >= Self.most { segments = [:] }
    let segment = Segment(path: "\(folder)/\(name)")
    segments[name] = segment
    return segment
  }
}
