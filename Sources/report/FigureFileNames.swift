import Plotting

/// The names of the files of one figure, by that of the first.
struct FigureFileNames {
  private let file: String
  private let folder: Substring
  /// The first one's name without folder and ending.
  let stem: String

  init(_ file: String) {
    self.file = file
    let start = file.lastIndex(of: "/").map(file.index(after:)) ?? file.startIndex
    folder = file[..<start]
    let name = file[start...]
    stem = String(name.dropFirst().lastIndex(of: ".").map { name[..<$0] } ?? name)
  }

  /// All of them in the order in which they are rendered, in the first one's folder.
  func all(in format: FigureFormat) -> [String] {
    format == .pdfTeX ? [file, "\(folder)\(LaTeXPicture.pictureName(of: stem)).pdf"] : [file]
  }
}
