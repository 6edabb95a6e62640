import Glibc
import Testing

/// An empty folder of a test's own, removed with all that is in it when the test is done.
final class TemporaryFolder {
  let path: String

  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var template = Array("\(parent)/files-tests-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    // What the folder's path links to is the path that confinement answers with.
    let real = try #require(realpath(made, nil))
    defer { free(real) }
    path = String(cString: real)
  }

  deinit {
    Self.remove(path)
  }

  func callAsFunction(_ relative: String) -> String { path + "/" + relative }

  func folder(_ relative: String) {
    var made = path
    for part in relative.split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o777)
    }
  }

  func file(_ relative: String, _ content: String = "") throws {
    let stream = try #require(fopen(self(relative), "w"))
    fputs(content, stream)
    fclose(stream)
  }

  func content(_ relative: String) -> String? {
    guard let stream = fopen(self(relative), "r") else { return nil }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, stream)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in names(in: path) { remove(path + "/" + name) }
    rmdir(path)
  }

  /// The names in a folder, sorted.
  func names(_ relative: String = "") -> [String] { Self.names(in: self(relative)) }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
