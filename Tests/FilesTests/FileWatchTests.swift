import Glibc
import Testing

@testable import Files

/// Files that are watched through the folders that lead to them.
@Suite struct FileWatchTests {
  private let place: TemporaryFolder
  private var folder: String { place.path }

  init() throws { place = try TemporaryFolder() }

  private func write(_ text: String, to name: String) throws { try place.file(name, text) }

  private func makeFolder(_ name: String) { place.folder(name) }

  /// Writes into a file that is there.
  private func overwrite(_ name: String, by text: String, at time: timespec? = nil) {
    let descriptor = open(place(name), O_WRONLY)
    defer { close(descriptor) }
    #expect(Glibc.write(descriptor, text, text.utf8.count) == text.utf8.count)
    if let time { #expect(futimens(descriptor, [time, time]) == 0) }
  }

  private func move(_ name: String, to other: String) {
    #expect(rename(place(name), place(other)) == 0)
  }

  /// Whether a watch of a file tells that something has happened; a watch that does not takes a while.
  private func tells(
    _ name: String, after happening: () throws -> Void
  ) throws -> Bool {
    var watch = FileWatch()
    watch.follow([place("\(name)")])
    try happening()
    return watch.wait(atMost: .milliseconds(100))
  }

  @Test func writingReplacingAndRemovingAFileIsTold() throws {
    #expect(try tells("a") { try write("new", to: "a") })
    #expect(try tells("a") { overwrite("a", by: "N") })
    try write("other", to: "b")
    #expect(try tells("a") { move("b", to: "a") })
    #expect(try tells("a") { move("a", to: "c") })
    #expect(try tells("c") { unlink(place("c")) })
  }

  @Test func whatHappensToOthersIsNotTold() throws {
    makeFolder("in")
    let start = ContinuousClock.now
    let isTold = try tells("in/a") {
      try write("1", to: "b")
      try write("2", to: "in/b")
      makeFolder("a")
    }
    #expect(!isTold && ContinuousClock.now - start >= .milliseconds(100))
  }

  @Test func foldersMayComeLaterAndBeReplaced() throws {
    var watch = FileWatch()
    let file = [place("one/two/a")]
    func isTold(_ happening: () throws -> Void) throws -> Bool {
      watch.follow(file)
      try happening()
      return watch.wait(atMost: .milliseconds(100))
    }
    #expect(try isTold { makeFolder("one") })
    #expect(try isTold { makeFolder("one/two") })
    #expect(try isTold { try write("1", to: "one/two/a") })
    // Another folder under the same name, and later still another around it.
    makeFolder("other")
    try write("2", to: "other/a")
    #expect(try isTold { move("one/two", to: "one/was") })
    #expect(try isTold { move("other", to: "one/two") })
    #expect(try isTold { try write("3", to: "one/two/a") })
    #expect(try !isTold { try write("4", to: "one/was/a") })
    #expect(try isTold { move("one", to: "gone") })
  }

  @Test func linksLeadToWhatIsWatched() throws {
    makeFolder("data")
    try write("1", to: "data/a")
    #expect(symlink("data/a", place("link")) == 0)
    #expect(try tells("link") { try write("2", to: "data/a") })
    #expect(
      try tells("link") {
        unlink(place("link"))
        symlink("data/b", place("link"))
      })
  }

  @Test func whatHappenedBeforeTheWaitIsNotLost() throws {
    var watch = FileWatch()
    watch.follow([place("a")])
    for number in 0..<1000 { try write("\(number)", to: "b\(number)") }
    try write("1", to: "a")
    // Even without any time.
    let isTold = watch.wait(atMost: .zero)
    #expect(isTold)
    let isToldAgain = watch.wait(atMost: .zero)
    #expect(!isToldAgain)
    watch.follow([place("b")])
    try write("2", to: "a")
    let isForgottenTold = watch.wait(atMost: .milliseconds(50))
    #expect(!isForgottenTold)
  }

  @Test func withoutTheKernelsHelpFilesAreLookedAtOften() {
    var watch = FileWatch(nil)
    watch.follow([place("a")])
    let (often, seldom) = (watch.patience, FileWatch().patience)
    #expect(often < .seconds(1) && seldom > .seconds(1))
    let start = ContinuousClock.now
    let isTold = watch.wait(atMost: .milliseconds(50))
    #expect(!isTold)
    #expect(ContinuousClock.now - start >= .milliseconds(50))
  }

  @Test func itIsSaidWhichFilesAreOthers() throws {
    let paths = ["a", "b", "c", "d", "e"].map { place("\($0)") }
    for name in ["a", "b", "c"] { try write("1", to: name) }
    let before = FileStates(paths)
    #expect(before == FileStates(paths) && FileStates(paths).changes(since: before).isEmpty)
    try write("22", to: "a")
    unlink(paths[1])
    try write("1", to: "d")
    // A folder is no file, whatever is written in it.
    makeFolder("e")
    let after = FileStates(paths)
    #expect(after.changes(since: before) == [paths[0], paths[1], paths[3]])
    // What only one of the two has looked at has not changed.
    #expect(after.changes(since: FileStates(paths.prefix(1))) == [])
    #expect(FileStates(paths.prefix(2)).changes(since: before) == [paths[0], paths[1]])
  }

  /// As `cp -p` does, which leaves size and time alone.
  @Test func anotherContentOfTheSameSizeAndTimeIsNoticed() throws {
    try write("1", to: "a")
    let path = place("a")
    let before = FileStates([path])
    var status = stat()
    #expect(stat(path, &status) == 0)
    usleep(30_000)
    overwrite("a", by: "2", at: status.st_mtim)
    #expect(FileStates([path]).changes(since: before) == [path])
  }
}
