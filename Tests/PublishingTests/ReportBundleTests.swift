import Diagnostics
import ExperimentSupport
import Experiments
import Files
import Foundation
import Reports
import Testing
import Training

@testable import Publishing

/// A report as a value, its manifest, and the index that is made from manifests.
@Suite struct ReportBundleTests {
  private func results() throws -> ResultSet {
    let fast = (0..<6).map { _ in SmallExperiment.record([100, 20, 10, 10, 10]) }
    let slow = (0..<6).map { _ in SmallExperiment.record([100, 60, 40, 20, 10]) }
    return try SmallExperiment.results(fast, slow)
  }

  private func bundle() throws -> ReportBundle {
    try ReportBundle(results(), tool: "1.2.3")
  }

  @Test func everyFileIsThereOnceInTheOrderOfPaths() throws {
    let results = try results()
    let bundle = try ReportBundle(results, tool: "1.2.3")
    #expect(bundle.name == "made_up")
    #expect(
      bundle.files.map(\.path) == [
        "data/comparisons.csv", "data/curves.csv", "data/runs.csv", "data/settings.csv",
        "data/summary.csv",
        "figures/effective-step-dark.svg",
        "figures/effective-step.csv", "figures/effective-step.png", "figures/effective-step.svg",
        "figures/loss-p-dark.svg", "figures/loss-p.csv", "figures/loss-p.png",
        "figures/loss-p.svg", "report.md", "ro-crate-metadata.json",
        "tables/final-p.csv", "tables/final-p.tex", "tables/hyperparameters-adam.csv",
        "tables/hyperparameters-adam.tex", "tables/hyperparameters-sgd.csv",
        "tables/hyperparameters-sgd.tex",
        "tables/problems.csv", "tables/problems.tex", "tables/target-p.csv", "tables/target-p.tex",
        "tables/verdicts.csv", "tables/verdicts.tex",
      ])
    #expect(bundle.files.allSatisfy { !$0.bytes.isEmpty })
    #expect(bundle.warnings.isEmpty)
    #expect(try ReportBundle(results, tool: "1.2.3").files == bundle.files)
  }

  /// A figure is as high as was asked for, or the spec is wrong: at that place, with what would do.
  @Test(arguments: [
    (
      #"{ "cells": [{ "figure": "loss_curves", "width": 2, "height": 1 }] }"#,
      "the figure 'loss-p' has no room in a height of 1 inch", "1"
    ),
    (
      #"{ "height": 1.5, "width": 2, "cells": [{ "figure": "loss_curves" }] }"#,
      "the figure 'loss-p' has no room in a height of 1.5 inches", "1.5"
    ),
  ])
  func aHeightThatIsTooLowIsRefused(report: String, message: String, value: String) throws {
    let runs = (0..<2).map { _ in SmallExperiment.record([100, 20, 10, 10, 10]) }
    let results = try SmallExperiment.results(
      [("a", runs), ("b", runs)], report: report, cells: .standard)
    let error = try #require(throws: InputError.self) {
      try ReportBundle(results, tool: "1.2.3")
    }
    let fault = try #require(error.diagnostics.first)
    #expect(error.reason == .malformed && fault.message == message)
    #expect(fault.help?.hasPrefix("it needs ") == true)
    let line = try #require(fault.sourceLine)
    let column = try #require(fault.place?.column)
    #expect(line.dropFirst(column - 1).hasPrefix(value))
    // What is advised is enough.
    let advised = try #require(fault.help?.split(separator: " ").dropFirst(2).first)
    let higher = report.replacing(
      "\"height\": \(value)", with: "\"height\": \(advised)")
    let again = try SmallExperiment.results(
      [("a", runs), ("b", runs)], report: higher, cells: .standard)
    #expect(try ReportBundle(again, tool: "1.2.3").warnings.isEmpty)
  }

  @Test func dataOutsideGivenLimitsAreWarnedOf() throws {
    let runs = (0..<2).map { _ in SmallExperiment.record([100, 20, 10, 10, 10]) }
    let cells =
      #"{ "cells": [{ "figure": "loss_curves", "quantity": "train_loss", "y_limits": [15, 200] }] }"#
    let results = try SmallExperiment.results(
      [("a", runs), ("b", runs)], report: cells, cells: .standard)
    let bundle = try ReportBundle(results, tool: "1.2.3")
    // Of two curves with five values each, those at epochs 2 to 4.
    #expect(bundle.warnings.count == 1)
    #expect(bundle.warnings.first?.contains("'loss-p'") == true)
    #expect(bundle.warnings.first?.contains("6 of 10 values lie outside them") == true)
    let text = bundle.files.first { $0.path == "report.md" }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    #expect(
      text?.contains("6 of 10 values lie outside the limits that were given and are not seen.")
        == true)
  }

  // MARK: Index

  private func index(_ manifests: [(folder: String, text: String)]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in manifests {
      let report = folder.appending(path: name)
      try FileManager.default.createDirectory(at: report, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: report.appending(path: "ro-crate-metadata.json"))
    }
    let files = ReportIndex(folder: folder.path).files
    let readme = try #require(files.first { $0.path == "README.md" })
    return String(decoding: readme.bytes, as: UTF8.self)
  }

  /// A manifest in the form of earlier versions, which has less.
  private func manifest(_ title: String, _ answer: String?) throws -> String {
    let root = ["@id": "./", "@type": "Dataset", "name": title, "description": answer]
    let document = ["@graph": [root.compactMapValues { $0 }]]
    return String(decoding: try JSONEncoder().encode(document), as: UTF8.self)
  }

  @Test func theIndexReadsManifests() throws {
    let text = try index([
      ("b", try manifest("Second", nil)),
      ("a", try manifest("First *title*", "On *p* **a** wins, 0.5 [0.4, 0.6].")),
      ("broken", "{"), ("foreign", #"{ "@graph": [{ "@id": "./" }] }"#), ("empty", ""),
    ])
    #expect(
      text == """
        # Reports

        Each report is made by one command from one spec, and its first section is its answer.

        - [First \\*title\\*](a/report.md): On *p* **a** wins, 0.5 [0.4, 0.6].
        - [Second](b/report.md)

        """)
  }

  @Test func foreignTextsStayText() throws {
    let text = try index([
      (
        "a b(c)",
        try manifest(
          "<script>alert(1)</script>](http://x)", "<img src=x> [y](javascript:z)\n\n# Heading")
      )
    ])
    #expect(
      text.hasSuffix(
        "- [\\<script\\>alert(1)\\</script\\>\\](http\\://x)](a%20b%28c%29/report.md): \\<img src=x\\> y\n"
      ))
  }

  @Test func aFolderOfAnEarlierVersionIsLeftOut() throws {
    #expect(try !index([]).contains("- ["))
  }

  @Test func textsThatAreTooLongOrActOnATerminalAreCutAndShown() throws {
    let text = try index([
      ("a", manifest("T\u{1B}[2J\u{202E}", String(repeating: "long ", count: 100_000)))
    ])
    #expect(text.utf8.count < 3000)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isDeceptive })
  }

  @Test func aManifestThatCannotBeReadIsToldAndLeftOut() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["a", "b", "c"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    let path = "ro-crate-metadata.json"
    try Data(manifest("A", nil).utf8).write(to: folder.appending(path: "a/" + path))
    try FileManager.default.createDirectory(
      at: folder.appending(path: "b/" + path), withIntermediateDirectories: true)
    // Three gigabytes that no disk has to hold.
    let large = folder.appending(path: "c/" + path)
    try Data().write(to: large)
    let handle = try FileHandle(forWritingTo: large)
    try handle.truncate(atOffset: 3 << 30)
    try handle.close()
    let index = ReportIndex(folder: folder.path)
    #expect(String(decoding: index.files[0].bytes, as: UTF8.self).contains("- [A](a/report.md)"))
    #expect(
      index.warnings == [
        "reports/b/\(path): this is a folder, not a file; the index leaves this report out",
        "reports/c/\(path): larger than 8 MiB; the index leaves this report out",
      ])
  }
}
