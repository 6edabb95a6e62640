import Plotting

/// What cairo writes as PostScript, the same at every time.
enum PostScript {
  /// The file without the time at which it was made.
  static func file(_ bytes: [UInt8], of drawing: Drawing) -> [UInt8] {
    let mark = Array("%%CreationDate:".utf8)
    let lineEnd = UInt8(ascii: "\n")
    // Among the comments at the head, which are lines of text.
    guard let start = bytes.prefix(2_000).firstRange(of: mark)?.lowerBound,
      let end = bytes[start...].firstIndex(of: lineEnd)
    else { return bytes }
    return Array(bytes[..<start] + bytes[(end + 1)...])
  }
}
