/// The names of the files of one figure, by that of the first.
struct FigureFileNames {
  private let folder: Substring
  /// The first one's name without folder and ending.
  let stem: String

  init(_ file: String) {
    let slash = file.lastIndex(of: "/").map(file.index(after:)) ?? file.startIndex
    folder = file[..<slash]
    let name = file[slash...]
    let dot = name.dropFirst().lastIndex(of: ".") ?? name.endIndex
    stem = String(name[..<dot])
  }

  /// Another file of the figure, in the same folder.
  func beside(_ path: String) -> String {
    folder + (path.split(separator: "/").last ?? "")
  }
}
