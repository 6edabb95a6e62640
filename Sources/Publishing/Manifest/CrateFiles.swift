import Files
import Reports
import SpecLanguage

/// The files of a report as data entities, folder by folder.
struct CrateFiles {
  /// What lies in the report's folder itself: files, and folders that lead to theirs.
  let parts: [CrateEntity]
  /// What lies in those folders.
  let nested: [CrateEntity]
  /// What is made but not committed, so that whoever is handed the folder may not find it there.
  let absent: [CrateEntity]

  /// The files, in the order of their paths.
  init(_ files: [ReportFile]) {
    let paths = Set(files.map(\.path))
    var parts: [CrateEntity] = []
    var absent: [CrateEntity] = []
    var folders: [(name: String, files: [CrateEntity])] = []
    for file in files {
      let numbers = PictureNumbers.path(of: file.path, among: paths)
      if Manifest.uncommitted.contains(file.path) {
        absent.append(Self.absentEntity(file))
        continue
      }
      let entity = Self.entity(file, drawing: numbers)
      let names = file.path.split(separator: "/", maxSplits: 1)
      guard names.count > 1 else {
        parts.append(entity)
        continue
      }
      let name = String(names[0])
      let index = folders.firstIndex { $0.name == name } ?? folders.endIndex
      if index == folders.endIndex { folders.append((name, [])) }
      folders[index].files.append(entity)
    }
    self.parts =
      parts
      + folders.map { folder in
        CrateEntity(
          RelativeReference.to(folder.name + "/"), "Dataset",
          [
            "name": .text(Self.titles[folder.name] ?? folder.name),
            "hasPart": folder.files.references,
          ])
      }
    nested = folders.flatMap(\.files)
    self.absent = absent
  }

  private static let titles = [
    "data": "Every number of the report", "figures": "Figures with the numbers that they draw",
    "tables": "Tables, also for LaTeX",
  ]

  /// - Parameter numbers: the path of the file with the numbers that it draws; nil where it is no picture.
  private static func entity(_ file: ReportFile, drawing numbers: String?) -> CrateEntity {
    let (byteCount, sha256) = file.measured
    return CrateEntity(
      RelativeReference.to(file.path), "File",
      [
        "encodingFormat": .text(format(of: file.path)),
        "contentSize": .text(String(byteCount)),
        "sha256": .text(sha256),
        "isBasedOn": numbers.map { ["@id": .text(RelativeReference.to($0))] },
      ])
  }

  /// No data entity: those have to be there.
  private static func absentEntity(_ file: ReportFile) -> CrateEntity {
    CrateEntity(
      CrateIdentifier.absentFile(file.path), "CreativeWork",
      [
        "name": .text(file.path), "description": "Made with the report, but not committed.",
        "encodingFormat": .text(format(of: file.path)),
        "sha256": .text(file.sha256),
      ])
  }

  private static func format(of path: String) -> String {
    switch path.split(separator: ".").last {
    case "md": "text/markdown"
    case "csv": "text/csv"
    case "tex", "pdf_tex": "application/x-tex"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "pdf": "application/pdf"
    case "eps": "application/postscript"
    default: "application/octet-stream"
    }
  }
}
