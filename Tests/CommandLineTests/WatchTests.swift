import Foundation
import Synchronization
import Testing

/// A report that is made again whenever something changes that it is made from.
struct WatchTests {
  /// The program as it watches, with what it has said so far.
  private final class Watcher: Sendable {
    private let process: Process
    private let said = Mutex("")

    init(_ process: Process, _ errors: Pipe) {
      self.process = process
      errors.fileHandleForReading.readabilityHandler = { [weak self] handle in
        let text = String(decoding: handle.availableData, as: UTF8.self)
        self?.said.withLock { $0 += text }
      }
    }

    /// Waits until it has said something, and forgets all up to there.
    func await(_ words: String) async throws -> String {
      let start = ContinuousClock.now
      while true {
        let found = said.withLock { said -> String? in
          guard let range = said.range(of: words) else { return nil }
          defer { said = String(said[range.upperBound...]) }
          return String(said[..<range.upperBound])
        }
        if let found { return found }
        try #require(ContinuousClock.now - start < .seconds(20), "\(words) was not said")
        try await Task.sleep(for: .milliseconds(20))
      }
    }

    /// Ends it as Ctrl-C does.
    func end() -> Int32 {
      process.interrupt()
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  private func start(_ workplace: borrowing Workplace) throws -> Watcher {
    let (process, _, errors) = try workplace.start(["watch", "small.json"])
    return Watcher(process, errors)
  }

  private let prose = #""description": "first""#

  private func spec(_ more: String) -> String {
    smallSpec().replacing("\"seeds\": 6", with: "\"seeds\": 6, \(more)")
  }

  @Test func anEditOfProseShowsWithoutRuns() async throws {
    let workplace = try Workplace()
    try workplace.write(spec(prose), to: "small.json")
    let watcher = try start(workplace)
    _ = try await watcher.await("12 runs in ")
    _ = try await watcher.await("report after")
    let edited = ContinuousClock.now
    try workplace.write(spec(#""description": "second""#), to: "small.json")
    #expect(try await watcher.await("12 runs, all kept, in ").contains("small.json: changed"))
    #expect(ContinuousClock.now - edited < .seconds(5))
    #expect(try workplace.read("reports/small/report.md").contains("second"))
    #expect(watcher.end() == 130)
  }

  @Test func aFaultIsShownAndWaitedFor() async throws {
    let workplace = try Workplace()
    try workplace.write(spec("\"colour\": 1"), to: "small.json")
    let watcher = try start(workplace)
    #expect(try await watcher.await("unknown key 'colour'").contains("small.json:3:15: error: "))
    // Half a file, then the whole one under another name, as editors do.
    try workplace.write(String(spec(prose).prefix(40)), to: "small.json")
    _ = try await watcher.await("small.json: changed")
    try workplace.write(spec(prose), to: "small.json.new")
    _ = rename(
      workplace.folder.path + "/small.json.new", workplace.folder.path + "/small.json")
    _ = try await watcher.await("12 runs in ")
    #expect(watcher.end() == 130)
    #expect(try workplace.read("reports/small/report.md").contains("first"))
  }

  @Test func otherDataAreReadAgainAlsoWhereTheyWereMissing() async throws {
    let workplace = try Workplace()
    let data =
      #""dataset": { "kind": "csv", "path": "data.csv", "target": "y", "task": "regression" }"#
    try workplace.write(
      spec(prose).replacing(#""dataset": "diabetes""#, with: data), to: "small.json")
    func table(_ slope: Int) -> String {
      "x,y\n" + (1...20).map { "\($0),\(slope * $0 + $0 % 3)\n" }.joined()
    }
    let watcher = try start(workplace)
    _ = try await watcher.await("no file 'data.csv'")
    try workplace.write(table(2), to: "data.csv")
    _ = try await watcher.await("12 runs in ")
    try workplace.write(table(3), to: "data.csv")
    _ = try await watcher.await("12 runs in ")
    #expect(watcher.end() == 130)
  }
}
