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
        let data = handle.availableData
        // At its end a pipe would be readable for ever.
        if data.isEmpty { handle.readabilityHandler = nil }
        self?.said.withLock { $0 += String(decoding: data, as: UTF8.self) }
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

    deinit {
      // A test that fails leaves no program behind.
      if process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
    }

    /// Ends it as Ctrl-C does.
    func end() -> Int32 {
      process.interrupt()
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  private func start(
    _ workplace: borrowing Workplace, _ specs: [String] = ["small.json"]
  ) throws -> Watcher {
    let (process, _, errors) = try workplace.start(["watch"] + specs)
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
    try workplace.write(spec(#""description": "second""#), to: "small.json")
    #expect(try await watcher.await("12 runs, all kept, in ").contains("\nsmall.json changed\n"))
    // As the program tells, since tests that run beside this one let it wait.
    let times = try await watcher.await(" s\n")
    let whole = times.firstMatch(of: /report after ([0-9.]+) s/).flatMap { Double($0.1) }
    #expect(try #require(whole) < 5, "\(times)")
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
    _ = try await watcher.await("small.json changed")
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

  @Test func aFolderThatComesLaterAndABibliographyThatIsReplacedAreNoticedAndNamed() async throws {
    let workplace = try Workplace()
    let references = "data/refs.bib"
    let cells =
      #""report": { "bibliography": "\#(references)", "cells": [{ "markdown": "A {{ cite:a }}." }] }"#
    try workplace.write(spec("\(prose), \(cells)"), to: "small.json")
    let watcher = try start(workplace)
    _ = try await watcher.await("no file '\(references)'")
    func entry(_ title: String) -> String {
      "@misc{a, title = {\(title)}, author = {A. B. Cee}, year = 2020}\n"
    }
    try workplace.write(entry("First"), to: references)
    _ = try await watcher.await("\n\(references) changed\n")
    _ = try await watcher.await("report after")
    // As editors do: another file takes the place, and the old one stays under another name.
    try workplace.write(entry("Second"), to: references + ".new")
    let folder = workplace.folder.path
    #expect(rename("\(folder)/\(references)", "\(folder)/\(references)~") == 0)
    #expect(rename("\(folder)/\(references).new", "\(folder)/\(references)") == 0)
    _ = try await watcher.await("\n\(references) changed\n")
    _ = try await watcher.await("report after")
    #expect(try workplace.read("reports/small/report.md").contains("Second"))
    #expect(watcher.end() == 130)
  }

  @Test func ofSeveralSpecsTheOneIsNamedWhoseFilesChanged() async throws {
    let workplace = try Workplace()
    for name in ["one", "two"] {
      let cells = #""report": { "bibliography": "\#(name).bib", "cells": [{ "markdown": "A." }] }"#
      try workplace.write(
        smallSpec(name: name).replacing("\"seeds\": 6", with: "\"seeds\": 6, \(cells)"),
        to: "\(name).json")
      try workplace.write("@misc{a, title = {T}}\n", to: "\(name).bib")
    }
    let watcher = try start(workplace, ["one.json", "two.json"])
    for _ in 0..<2 { _ = try await watcher.await("report after") }
    try workplace.write("@misc{b, title = {T}}\n", to: "two.bib")
    #expect(try await watcher.await("changed\n").hasSuffix("\ntwo.json: two.bib changed\n"))
    _ = try await watcher.await("report after")
    try workplace.write(smallSpec(name: "one"), to: "one.json")
    #expect(try await watcher.await("changed\n").hasSuffix("\none.json changed\n"))
    #expect(watcher.end() == 130)
  }
}
