import Datasets
import Diagnostics
import Files
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

  /// A folder of the test's own with a file in it.
  private func folder(with name: String, _ bytes: [UInt8]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/datasets-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    return folder
  }

  @Test func aFileIsDecompressedByItsName() throws {
    // Python's gzip.compress(b"a,y\n1,2\n3,4\n", mtime=0).
    let packed = try #require(
      Data(base64Encoded: "H4sIAAAAAAACA0vUqeQy1DHiMtYx4QIA+pOYEQwAAAA="))
    let folder = try folder(with: "t.csv.gz", Array(packed))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = FileLocation(path: folder + "/t.csv.gz", displayName: "t.csv.gz")
    let table = try Dataset.load(.csv(CSVSource(file: file, target: .name("y"), task: .regression)))
    #expect(table.features == .dense([1, 3]))
    #expect(table.name == "t")
    #expect(table.provenance.sha256 == SHA256.hex(of: Array(packed)))
  }

  @Test func anAddressIsReadFromTheCacheAndCheckedAgain() throws {
    let bytes = Array("a,y\n1,2\n3,4\n".utf8)
    let digest = SHA256.hex(of: bytes)
    let folder = try folder(with: "sha256-" + digest, bytes)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // Nothing answers at port 1.
    let file = FileLocation(url: "http://127.0.0.1:1/data/t.csv?v=1#x", sha256: digest)
    let source = DatasetSource.csv(CSVSource(file: file, target: .name("y"), task: .regression))
    let cache = CacheFolder(path: folder)
    let table = try Dataset.load(source, cache: cache)
    #expect(table.features == .dense([1, 3]))
    #expect(table.name == "t")
    #expect(table.provenance.source == file.displayName)
    try Data(bytes + bytes).write(to: URL(fileURLWithPath: cache.file("sha256-" + digest)))
    let error = try #require(throws: InputError.self) { try Dataset.load(source, cache: cache) }
    #expect(error.diagnostics[0].message.hasPrefix("the SHA-256 of the file is "))
    #expect(throws: InputError.self) { try Dataset.load(source, cache: nil) }
  }
}
