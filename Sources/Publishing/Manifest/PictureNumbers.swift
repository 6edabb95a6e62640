/// Which file has the numbers that a picture draws.
///
/// Its digest is that of what the picture shows: as long as it stays, another picture comes of other fonts,
/// another cairo or another drawing, not of other results.
enum PictureNumbers {
  /// The path of the CSV file beside a picture; nil for what is no picture, or has none.
  static func path(of picture: String, among paths: Set<String>) -> String? {
    guard picture.hasPrefix("figures/"), !picture.hasSuffix(".csv"),
      let dot = picture.lastIndex(of: ".")
    else { return nil }
    var stem = String(picture[..<dot])
    // The dark version of a figure and the one without text draw the same; but a figure may be called
    // so, too.
    while !paths.contains(stem + ".csv") {
      guard let ending = ["-dark", "-art"].first(where: stem.hasSuffix) else { return nil }
      stem.removeLast(ending.count)
    }
    return stem + ".csv"
  }
}
