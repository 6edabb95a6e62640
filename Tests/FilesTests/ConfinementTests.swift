import Files
import Glibc
import Testing

/// Which files a spec may name.
struct ConfinementTests {
  let folder: TemporaryFolder

  /// A project with a spec folder two levels down, and something outside of it.
  init() throws {
    folder = try TemporaryFolder()
    folder.folder("project/experiments/deep")
    folder.folder("project-other")
    folder.folder("outside")
    try folder.file("project/Package.swift")
    try folder.file("project/data.csv")
    try folder.file("outside/secret.csv")
    symlink(folder("outside"), folder("project/link"))
    symlink(folder("project/experiments"), folder("project/loop"))
  }

  func confinement(_ spec: String, allowingOutside: Bool = false) throws -> Confinement {
    try #require(Confinement(ofSpecAt: folder(spec), allowingOutside: allowingOutside))
  }

  @Test("the root is the nearest folder above with a package, else the spec's folder")
  func roots() throws {
    let inside = try confinement("project/experiments/a.json")
    #expect(inside.root == folder("project"))
    #expect(inside.folder == folder("project/experiments"))
    #expect(try confinement("outside/a.json").root == folder("outside"))
    #expect(Confinement(ofSpecAt: folder("none/a.json"), allowingOutside: false) == nil)
  }

  @Test("the project is the nearest folder with a package or experiments, else the spec's folder")
  func projects() throws {
    folder.folder("plain/experiments/deep")
    folder.folder("project/part/experiments")
    try folder.file("outside/experiments")
    let spec = try confinement("plain/experiments/deep/a.json")
    #expect(spec.project == folder("plain") && !spec.hasPackage)
    // What a spec may read does not grow with it.
    #expect(spec.root == folder("plain/experiments/deep"))
    #expect(try confinement("plain/a.json").project == folder("plain"))
    let inside = try confinement("project/experiments/deep/a.json")
    #expect(inside.project == folder("project") && inside.hasPackage)
    let part = try confinement("project/part/experiments/a.json")
    #expect(part.project == folder("project/part") && part.root == folder("project"))
    #expect(part.hasPackage)
    // A file of that name is no folder.
    #expect(try confinement("outside/a.json").project == folder("outside"))
  }

  @Test(
    "what lies inside is found",
    arguments: [
      ("../data.csv", "project/data.csv"), ("./deep/../x.csv", "project/experiments/x.csv"),
      ("deep//y/z.csv", "project/experiments/deep/y/z.csv"), ("..", "project"),
      ("../loop/../data.csv", "project/data.csv"),
    ])
  func inside(path: String, expected: String) throws {
    #expect(try confinement("project/experiments/a.json").resolve(path) == folder(expected))
  }

  @Test(
    "what leads outside is refused, and allowed on demand",
    arguments: [
      ("../../outside/secret.csv", "outside/secret.csv"), ("../..", ""),
      ("../link/secret.csv", "outside/secret.csv"), ("../link/none", "outside/none"),
      ("../../project-other/x", "project-other/x"),
      ("deep/../../../outside/x", "outside/x"),
    ])
  func outside(path: String, meant: String) throws {
    let spec = "project/experiments/a.json"
    #expect(throws: Confinement.Refusal.outside(root: folder("project"))) {
      try confinement(spec).resolve(path)
    }
    let resolved = try confinement(spec, allowingOutside: true).resolve(path)
    #expect(resolved == (meant.isEmpty ? folder.path : folder(meant)))
  }

  @Test("a slash with a combining mark is a slash all the same")
  func combiningMark() throws {
    #expect(throws: Confinement.Refusal.outside(root: folder("project"))) {
      try confinement("project/experiments/a.json").resolve("../../\u{301}/../outside/x")
    }
    #expect(throws: Confinement.Refusal.absolute) {
      try confinement("project/experiments/a.json").resolve("/\u{301}/x")
    }
  }

  @Test("absolute, empty and impossible paths")
  func unusable() throws {
    let spec = try confinement("project/experiments/a.json")
    #expect(throws: Confinement.Refusal.absolute) { try spec.resolve(folder("project/data.csv")) }
    #expect(throws: Confinement.Refusal.unusable) { try spec.resolve("") }
    #expect(throws: Confinement.Refusal.unusable) { try spec.resolve("a\u{0}/../../..") }
    let free = try confinement("project/experiments/a.json", allowingOutside: true)
    #expect(try free.resolve("/etc") == "/etc")
  }

  @Test("a spec in the current folder")
  func currentFolder() throws {
    let here = try #require(Confinement(ofSpecAt: "a.json", allowingOutside: false))
    let real = try #require(realpath(".", nil))
    defer { free(real) }
    #expect(here.folder == String(cString: real))
  }
}
