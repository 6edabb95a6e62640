import Foundation
import Testing

/// Runs that are kept from one start of the program to the next.
@Suite struct StoreTests {
  private func optimizers(_ rate: Double, name: String = "SGD") -> String {
    """
    { "name": "Adam", "kind": "adam", "learning_rate": 1 },
    { "name": "\(name)", "kind": "sgd", "learning_rate": \(rate), "momentum": 0.9 }
    """
  }

  @Test func onlyWhatIsNewIsMade() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(optimizers: optimizers(0.5)), to: "small.json")
    let cold = try workplace.run("small.json")
    #expect(cold.errors.contains("12 runs in ") && cold.exitCode == 0)
    let files = try workplace.files()
    let warm = try workplace.run("small.json")
    #expect(warm.errors.contains("12 runs, all kept, in "))
    #expect(try workplace.files() == files)
    #expect(
      try workplace.run("why", "small.json").output == "small.json: 12 runs, 12 kept, 0 to make\n")

    // Another rate is another run, another name is not.
    try workplace.write(smallSpec(optimizers: optimizers(0.25)), to: "small.json")
    #expect(
      try workplace.run("why", "small.json").output
        == "small.json: 12 runs, 6 kept, 6 to make\n  SGD on diabetes, 6 runs: learning_rate 0.5 -> 0.25\n"
    )
    #expect(try workplace.run("small.json").errors.contains("12 runs, 6 kept, in "))
    try workplace.write(smallSpec(optimizers: optimizers(0.25, name: "other")), to: "small.json")
    #expect(try workplace.run("small.json").errors.contains("12 runs, all kept, in "))
    let figure = try workplace.run("figure", "small.json", "loss-diabetes", "-o", "a.svg")
    #expect(figure.exitCode == 0)
    // Without the store the bytes are the same.
    let kept = try workplace.files()
    let without = try workplace.run("--no-cache", "small.json")
    #expect(without.errors.contains("12 runs in "))
    #expect(try workplace.files() == kept)
  }

  @Test func theStoreIsWhereItIsSaid() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    #expect(try workplace.run("--cache", "mine", "--quiet", "small.json").exitCode == 0)
    #expect(FileManager.default.fileExists(atPath: workplace.folder.path + "/mine/runs"))
    #expect(!FileManager.default.fileExists(atPath: workplace.folder.path + "/.report-cache"))
    #expect(
      try workplace.run("why", "--cache", "mine", "small.json").output
        == "small.json: 12 runs, 12 kept, 0 to make\n")
    #expect(
      try workplace.run("why", "--no-cache", "small.json").output
        == "small.json: all 12 runs, since none are to be used\n")
    #expect(try workplace.run("--cache", "mine", "--no-cache", "small.json").exitCode == 64)
  }

  @Test func theStoreIsLookedAfter() throws {
    let workplace = try Workplace()
    try workplace.write("", to: "Package.swift")
    try workplace.write(smallSpec(), to: "experiments/small.json")
    try workplace.write(smallSpec(name: "gone", epochs: 20), to: "gone.json")
    #expect(try workplace.run("--quiet", "experiments/small.json", "gone.json").exitCode == 0)
    let status = try workplace.run("cache")
    #expect(status.output.hasPrefix("24 runs in 2 segments, "), "\(status.output)")
    #expect(
      status.output.contains("  experiments/small.json: 12 of 12 runs kept\n  12 runs that no spec")
    )
    #expect(try workplace.run("cache", "prune").output == "12 runs dropped, 12 kept\n")
    #expect(try workplace.run("cache").output.hasPrefix("12 runs in 1 segment, "))
    #expect(try workplace.run("--cache", "other", "--quiet", "gone.json").exitCode == 0)
    #expect(try workplace.run("cache", "merge", "other").output == "other: 12 runs copied\n")
    #expect(try workplace.run("cache").output.hasPrefix("24 runs in 2 segments, "))
    #expect(try workplace.run("cache", "merge", "nowhere").exitCode == 65)
    // Of a spec with a fault nobody knows what it needs.
    try workplace.write("{}", to: "experiments/bad.json")
    #expect(try workplace.run("cache", "prune").exitCode == 65)
    #expect(try workplace.run("cache").output.hasPrefix("24 runs in 2 segments, "))
  }

  /// A spec needs its runs whatever its report shows, and in whatever folder below `experiments/` it lies.
  @Test func theStoreKeepsWhatAnySpecNeeds() throws {
    let workplace = try Workplace()
    try workplace.write("", to: "Package.swift")
    let cells = smallSpec().replacing(
      "\n}", with: #", "report": { "cells": [{ "figure": "loss_curves" }] } }"#)
    try workplace.write(cells, to: "experiments/cells.json")
    try workplace.write(smallSpec(name: "deep", epochs: 20), to: "experiments/a/b/deep.json")
    try workplace.write(smallSpec(name: "hidden", epochs: 30), to: "experiments/.a/hidden.json")
    let made = try workplace.run(
      "--quiet", "experiments/cells.json", "experiments/a/b/deep.json",
      "experiments/.a/hidden.json")
    #expect(made.exitCode == 0, "\(made.errors)")
    let status = try workplace.run("cache").output
    #expect(
      status.contains(
        "  experiments/a/b/deep.json: 12 of 12 runs kept\n"
          + "  experiments/cells.json: 12 of 12 runs kept\n  12 runs that no spec"), "\(status)")
    #expect(try workplace.run("cache", "prune").output == "12 runs dropped, 24 kept\n")
  }

  /// Where no folder says what is needed, nothing is dropped.
  @Test func withoutExperimentsNothingIsDropped() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    #expect(try workplace.run("--quiet", "small.json").exitCode == 0)
    let refused = try workplace.run("cache", "prune")
    #expect(refused.exitCode == 65 && refused.output.isEmpty)
    #expect(refused.errors.contains("there is no folder experiments/ here"), "\(refused.errors)")
    let status = try workplace.run("cache").output
    #expect(status.hasPrefix("12 runs in 1 segment, "), "\(status)")
    #expect(status.contains("there is no folder experiments/ here") && !status.contains("prune"))
  }

  /// Killed at some instant and started again it leaves the bytes of an undisturbed run.
  @Test func aKilledRunGoesOn() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(epochs: 4000), to: "small.json")
    #expect(try workplace.run("--quiet", "--no-cache", "small.json").exitCode == 0)
    let expected = try workplace.files()
    try FileManager.default.removeItem(atPath: workplace.folder.path + "/reports")
    for delay in [0.02, 0.05, 0.08, 0.12, 0.2] {
      let (process, _, _) = try workplace.start(["small.json", "--jobs", "1"])
      Thread.sleep(forTimeInterval: delay)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let last = try workplace.run("small.json")
    #expect(last.exitCode == 0, "\(last.errors)")
    #expect(try workplace.files() == expected)
  }

  @Test func severalProcessesShareAStore() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(epochs: 600), to: "small.json")
    let started = try (0..<4).map { number in
      try workplace.start(["--quiet", "small.json", "-o", "report\(number)"])
    }
    for (process, _, errors) in started {
      let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0 && said.isEmpty, "\(said)")
    }
    let files = try workplace.files()
    for (path, bytes) in files where path.hasPrefix("report0/") {
      for number in 1..<4 {
        #expect(files[path.replacing("report0", with: "report\(number)")] == bytes)
      }
    }
    #expect(
      try workplace.run("why", "small.json").output == "small.json: 12 runs, 12 kept, 0 to make\n")
  }
}
