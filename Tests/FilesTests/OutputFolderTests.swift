import Diagnostics
import Glibc
import Testing

@testable import Files

/// Writing a folder as a whole.
struct OutputFolderTests {
  let folder: TemporaryFolder
  let pattern = FolderPattern(required: ["report.md"], allowed: ["data/*.csv", "figures/*"])

  init() throws { folder = try TemporaryFolder() }

  func write(_ target: String, _ files: [(String, String)], within root: String? = nil) throws {
    try OutputFolder.write(
      folder(target), named: "out",
      files: files.map { OutputFile(path: $0.0, bytes: Array($0.1.utf8)) }, replacing: pattern,
      within: root)
  }

  func failure(_ target: String, within root: String? = nil) throws -> String {
    let error = try #require(throws: InputError.self) {
      try write(target, [("report.md", "new")], within: root)
    }
    #expect(error.reason == .inaccessible)
    return error.rendered()
  }

  @Test("a new folder, with the folders above and below it")
  func fresh() throws {
    try write("reports/a/", [("report.md", "one"), ("data/runs.csv", "1,2\n"), ("empty", "")])
    #expect(folder.content("reports/a/report.md") == "one")
    #expect(folder.content("reports/a/data/runs.csv") == "1,2\n")
    #expect(folder.content("reports/a/empty") == "")
    #expect(folder.names("reports") == ["a"])
  }

  @Test("an earlier report is replaced whole, and nothing of it stays")
  func replaced() throws {
    try write("a", [("report.md", "old"), ("data/old.csv", "x"), ("figures/f.svg", "x")])
    try write("a", [("report.md", "new"), ("data/new.csv", "y")])
    #expect(folder.content("a/report.md") == "new")
    #expect(folder.names("a") == ["data", "report.md"])
    #expect(folder.names("a/data") == ["new.csv"])
    #expect(folder.names() == ["a"])
  }

  @Test("an empty folder is filled")
  func empty() throws {
    folder.folder("a/data")
    try write("a", [("report.md", "new")])
    #expect(folder.names("a") == ["report.md"])
  }

  @Test(
    "a folder that holds anything else is left alone",
    arguments: [
      (["report.md", "notes.txt"], "it holds notes.txt"), (["data/x.csv"], "it has no report.md"),
      (["report.md", "data/x.txt"], "it holds data/x.txt"),
      (["report.md", "data/a/x.csv"], "it holds data/a/x.csv"),
    ])
  func strangers(files: [String], reason: String) throws {
    folder.folder("a/data/a")
    for file in files { try folder.file("a/" + file, "mine") }
    #expect(
      try failure("a")
        == "out: error: not an earlier report (\(reason)); left alone\n"
        + "      choose another folder, or remove this one\n")
    for file in files { #expect(folder.content("a/" + file) == "mine") }
    #expect(folder.names() == ["a"])
  }

  @Test("a link in the folder, a link or a file in its place, are left alone")
  func links() throws {
    try write("a", [("report.md", "old")])
    symlink("/etc/passwd", folder("a/link"))
    #expect(try failure("a").contains("it holds link"))
    symlink(folder("a"), folder("b"))
    #expect(try failure("b").contains("a symbolic link stands there; left alone"))
    try folder.file("c", "mine")
    #expect(try failure("c").contains("a file stands there; left alone"))
    #expect(folder.content("a/report.md") == "old")
    #expect(folder.content("c") == "mine")
  }

  @Test("a folder above that links out of the project is refused")
  func linkedParent() throws {
    folder.folder("project")
    folder.folder("outside")
    symlink(folder("outside"), folder("project/reports"))
    let message = try failure("project/reports/a", within: folder("project"))
    #expect(message == "out: error: a symbolic link leads out of the project\n")
    #expect(folder.names("outside") == [])
    try write("project/reports/a", [("report.md", "new")])
    #expect(folder.names("outside") == ["a"])
  }

  @Test("when writing fails, what stood there stays and nothing is left over")
  func failedWrite() throws {
    try write("a", [("report.md", "old")])
    let error = #expect(throws: InputError.self) {
      try write("a", [("report.md", "new"), ("report.md", "twice")])
    }
    #expect(error?.rendered() == "out: error: cannot be written: File exists\n")
    #expect(folder.content("a/report.md") == "old")
    #expect(folder.names() == ["a"])
  }

  /// A process that is gone.
  private func formerProcess() throws -> Int32 {
    var process: pid_t = 0
    try #require(posix_spawn(&process, "/bin/true", nil, nil, [nil], nil) == 0)
    #expect(waitpid(process, nil, 0) == process)
    return process
  }

  @Test("what killed processes were writing is removed, what others write is not")
  func litter() throws {
    let gone = try formerProcess()
    folder.folder(".a.\(gone)-3x9.tmp/data")
    try folder.file(".a.\(gone)-3x9.tmp/report.md", "half")
    try folder.file(".README.md.\(gone)-0.tmp", "half")
    let kept = [
      ".a.\(getpid())-1.tmp", ".a.\(gone)-1.tmpx", ".a.\(gone).tmp", "a.\(gone)-1.tmp",
      ".a.\(gone)-1.old", ".a.0\(gone)-1.tmp",
    ]
    for name in kept { try folder.file(name, "mine") }
    symlink(folder("f"), folder(".b.\(gone)-1.tmp"))
    try write("a", [("report.md", "new")])
    #expect(folder.names() == (kept + [".b.\(gone)-1.tmp", "a"]).sorted())
    try folder.file(".a.\(gone)-4.tmp", "half")
    try OutputFolder.writeFile(folder("g"), named: "g", bytes: [])
    #expect(folder.names() == (kept + [".b.\(gone)-1.tmp", "a", "g"]).sorted())
  }

  @Test("of several that write a new folder at once the last one stays, whole")
  func rivals() async throws {
    for round in 0..<20 {
      let path = folder("new\(round)")
      let failures = await withTaskGroup(of: String?.self) { group in
        for writer in 0..<4 {
          group.addTask {
            let files = ["report.md", "data/n.csv"].map {
              OutputFile(path: $0, bytes: Array("\(writer)".utf8))
            }
            do throws(InputError) {
              // What may be replaced is what is there at that moment, as a report's manifest tells it.
              try OutputFolder.write(
                path, named: "new", files: files,
                replacing: FolderPattern(required: [], allowed: FolderTree.files(in: path) ?? []))
              return nil
            } catch {
              return error.rendered()
            }
          }
        }
        return await group.reduce(into: [String]()) { if let text = $1 { $0.append(text) } }
      }
      #expect(failures == [])
      #expect(folder.content("new\(round)/report.md") == folder.content("new\(round)/data/n.csv"))
    }
    #expect(folder.names() == (0..<20).map { "new\($0)" }.sorted())
  }

  @Test("why a folder cannot be made is said")
  func impossibleFolders() throws {
    try folder.file("f")
    #expect(try failure("f/a/b") == "out: error: cannot be written: Not a directory\n")
    let long = String(repeating: "x", count: 300)
    #expect(try failure(long + "/a") == "out: error: cannot be written: File name too long\n")
  }

  @Test("a reader sees the old or the new folder, never half of one")
  func readers() async throws {
    try write("a", [("report.md", "0"), ("data/n.csv", "0")])
    let path = folder("a")
    let reader = Task.detached {
      var torn = 0
      while !Task.isCancelled {
        // The descriptor stays with one folder, whatever takes its name meanwhile.
        let descriptor = open(path, O_RDONLY | O_DIRECTORY)
        if descriptor < 0 { torn += 1 } else { close(descriptor) }
      }
      return torn
    }
    for number in 1...200 {
      try write("a", [("report.md", "\(number)"), ("data/n.csv", "\(number)")])
    }
    reader.cancel()
    #expect(await reader.value == 0)
  }

  @Test("a single file is replaced in one step")
  func singleFile() throws {
    try OutputFolder.writeFile(folder("b/x"), named: "x", bytes: Array("one".utf8))
    try OutputFolder.writeFile(folder("b/x"), named: "x", bytes: Array("two".utf8))
    #expect(folder.content("b/x") == "two")
    #expect(folder.names("b") == ["x"])
    folder.folder("d/e")
    #expect(throws: InputError.self) {
      try OutputFolder.writeFile(folder("d"), named: "d", bytes: [])
    }
    #expect(folder.names() == ["b", "d"])
  }

  /// A rename would put a file in the place of a pipe or a device.
  @Test func aFileReplacesNothingButAFile() throws {
    try OutputFolder.writeFile(folder("x"), named: "x", bytes: Array("one".utf8))
    folder.folder("d")
    mkfifo(folder("p"), 0o600)
    for bad in [folder("d"), folder("x/y"), folder("x/y/z"), folder("p")] {
      #expect(throws: InputError.self) { try OutputFolder.checkFile(bad, named: bad) }
      #expect(throws: InputError.self) {
        try OutputFolder.writeFile(bad, named: bad, bytes: [])
      }
    }
    for good in [folder("x"), folder("new/er/y"), "new"] {
      try OutputFolder.checkFile(good, named: good)
    }
    #expect(folder.names() == ["d", "p", "x"] && folder.names("d") == [])
  }
}
