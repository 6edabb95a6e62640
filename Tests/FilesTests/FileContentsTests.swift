import Diagnostics
import Files
import Glibc
import Testing

/// Reading whole files.
struct FileContentsTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The error of reading `path`, rendered, with its reason.
  func failure(_ path: String, limit: Int? = nil) throws -> (InputError.Reason, String) {
    let error = try #require(throws: InputError.self) {
      try FileContents.read(path, named: "x", limit: limit)
    }
    return (error.reason, error.rendered())
  }

  @Test("the bytes of a file, at and above its limit", arguments: [0, 1, 5, 100_000])
  func sizes(size: Int) throws {
    let text = String(repeating: "a", count: size)
    try folder.file("f", text)
    let bytes = try FileContents.read(folder("f"), named: "f", limit: size)
    #expect(bytes == Array(text.utf8))
    #expect(try FileContents.read(folder("f"), named: "f") == bytes)
    if size > 0 {
      let (reason, message) = try failure(folder("f"), limit: size - 1)
      #expect(reason == .malformed)
      #expect(message.contains("larger than \(size - 1) bytes"))
    }
  }

  @Test("limits are named in round units")
  func limit() throws {
    try folder.file("f", String(repeating: "a", count: 2049))
    let (_, message) = try failure(folder("f"), limit: 2048)
    #expect(message == "x: error: larger than 2 KiB\n      the limit is 2 KiB\n")
  }

  @Test("what is missing is bad input", arguments: ["none", "none/none", "f/none", "a\u{0}b"])
  func missing(name: String) throws {
    try folder.file("f")
    let (reason, message) = try failure(folder(name))
    #expect(reason == .malformed)
    #expect(message == "x: error: no such file\n      check the path and its spelling\n")
  }

  @Test("a folder, a device and a pipe without writer are named, and nothing waits")
  func otherKinds() throws {
    mkfifo(folder("pipe"), 0o666)
    mknod(folder("socket"), S_IFSOCK | 0o666, 0)
    for (path, kind) in [
      (folder.path, "a folder"), ("/dev/zero", "a device"), (folder("pipe"), "a named pipe"),
      (folder("socket"), "a socket"),
    ] {
      let (reason, message) = try failure(path)
      #expect(reason == .inaccessible)
      #expect(message == "x: error: this is \(kind), not a file\n      name a regular file\n")
    }
  }

  @Test("a link that leads nowhere or to itself")
  func links() throws {
    symlink("loop", folder("loop"))
    symlink("none", folder("dangling"))
    #expect(try failure(folder("loop")).0 == .inaccessible)
    #expect(try failure(folder("dangling")).0 == .malformed)
  }

  @Test("a file without permission is inaccessible", .enabled(if: geteuid() != 0))
  func permission() throws {
    try folder.file("f")
    chmod(folder("f"), 0)
    let (reason, message) = try failure(folder("f"))
    #expect(reason == .inaccessible)
    #expect(message == "x: error: cannot be read: Permission denied\n")
  }

  @Test("files of the kernel that claim to be empty are read to their end")
  func procfs() throws {
    #expect(try !FileContents.read("/proc/self/stat", named: "stat").isEmpty)
  }
}
