import Plotting

/// What cairo writes as PostScript: without the time at which it was made, and no wider than the figure.
enum PostScript {
  /// The file that shows `drawing`.
  ///
  /// cairo rounds the bounding box up to whole points, by which LaTeX would find the figure too wide for
  /// its column: cut to whole points instead, it loses a part of the empty margin.
  static func file(_ bytes: [UInt8], of drawing: Drawing) -> [UInt8] {
    // Comments at the head, which are lines of text.
    let end = bytes.firstRange(of: Array("%%EndComments".utf8))?.lowerBound ?? 0
    let head = bytes[..<end].split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    let size = [drawing.width, drawing.height]
    let whole = size.map { String(Int($0.rounded(.down))) }.joined(separator: " ")
    let exact = size.map(PageContent.number).joined(separator: " ")
    let lines = head.filter { !$0.hasPrefix("%%CreationDate:") }.flatMap { line in
      line.hasPrefix("%%BoundingBox:")
        ? ["%%BoundingBox: 0 0 \(whole)", "%%HiResBoundingBox: 0 0 \(exact)"] : [line]
    }
    return Array(lines.map { $0 + "\n" }.joined().utf8) + bytes[end...]
  }
}
