import Datasets
import Diagnostics
import Foundation
import Testing

@Suite struct DatasetLoadingTests {
  private let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func source(_ path: String, sha256: String? = nil) -> DatasetSource {
    .csv(
      CSVSource(
        file: FileLocation(
          path: project.appendingPathComponent(path).path, displayName: path, sha256: sha256),
        target: .name("target"), task: .regression))
  }

  @Test func aFileIsReadByItsPathAndNamedAsTheSpecNamesIt() throws {
    let path = "Sources/Datasets/Tables/diabetes_raw.csv"
    let bundled = try BundledDataset.diabetesRaw.load()
    let table = try Dataset.load(source(path, sha256: bundled.provenance.sha256))
    #expect(table.features == bundled.features)
    #expect(table.target == bundled.target)
    #expect(table.name == "diabetes_raw")
    #expect(table.provenance.source == path)
  }

  @Test(arguments: [
    ("Sources/nothing.csv", InputError.Reason.malformed), ("Sources", .inaccessible),
    ("Package.swift/x", .malformed),
  ])
  func aFileThatIsNotThereOrNoFileIsAnError(path: String, reason: InputError.Reason) {
    do throws(InputError) {
      _ = try Dataset.load(source(path))
      Issue.record("no error")
    } catch {
      #expect(error.reason == reason)
      #expect(error.diagnostics.count == 1)
      #expect(error.diagnostics[0].file == path)
    }
  }

  @Test(arguments: [
    ("data/mpg.csv", "mpg"), ("a.b.csv.gz", "a.b"), (".csv", ".csv"), ("x/y", "y"),
    ("../ü.CSV", "ü"),
  ])
  func theNameIsTheFilesWithoutFolderAndEnding(path: String, name: String) {
    #expect(FileLocation(path: path, displayName: path).name == name)
  }
}
