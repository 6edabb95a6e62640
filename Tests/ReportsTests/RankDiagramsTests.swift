import Foundation
import Plotting
import Testing

@testable import Experiments
import Specs
@testable import Reports

/// What a critical-difference diagram says, with real runs of a few epochs.
@Suite struct RankDiagramsTests {
  /// The figure over test functions, the same one under several names.
  private func figure(
    problemCount: Int
  ) async throws -> (figure: Figure, report: String, csv: [String]) {
    let problems = (0..<problemCount).map {
      #"{ "name": "p\#($0)", "model": "beale", "epochs": 20 }"#
    }
    let text = """
      {
        "name": "ranks", "seeds": 1, "problems": [\(problems.joined(separator: ","))],
        "optimizers": [
          { "name": "a", "kind": "adam", "learning_rate": 0.1 },
          { "name": "b", "kind": "sgd", "learning_rate": 0.01 },
          { "name": "c", "kind": "sgd", "learning_rate": 1e-5 }
        ],
        "report": { "cells": [{ "figure": "critical_difference", "id": "cd" }] }
      }
      """
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    let scheduler = Scheduler(jobs: 1)
    let plan = try Plan(ExperimentSpec.read(path: file.path, cells: .standard))
    let report = Report(await scheduler.run(plan), versions: [])
    let data = try #require(report.tables.first { $0.path == "figures/cd.csv" })
    return (
      try #require(report.figures.first).figure, MarkdownWriter().markdown(report.document),
      String(decoding: data.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    )
  }

  // With the same order on n problems χ² is 2 n, with 2 degrees of freedom: p = exp(−n).

  @Test func aTestThatRejectsComesWithACriticalDifference() async throws {
    let (figure, text, csv) = try await figure(problemCount: 4)
    let words = Set(figure.panels[0].rightNames.map(\.text))
    #expect(words.contains("Friedman p = 0.018"))
    #expect(figure.panels[0].lengthBar?.name == "CD = 1.66")
    #expect(
      text.contains(
        "χ² = 8.00 with 2 degrees of freedom, p = 0.018; Iman and Davenport’s F = ∞, p \\< 0.001. Bars join"
      ))
    #expect(figure.description.hasSuffix("Friedman test: p = 0.018."))
    #expect(csv[0] == "optimizer,mean_rank,bars,critical_difference,friedman_p")
    #expect(csv[1].hasPrefix("a,2,1 2,1.657246"))
  }

  @Test func aTestThatDoesNotRejectJoinsAll() async throws {
    let (figure, text, csv) = try await figure(problemCount: 2)
    let panel = figure.panels[0]
    #expect(panel.rightNames.contains { $0.text == "Friedman p = 0.14" })
    #expect(panel.y.names?.contains { $0.text.hasPrefix("CD") } == false)
    #expect(
      text.contains(
        "p = 0.14; Iman and Davenport’s F = ∞, p \\< 0.001. It does not reject at 5 %, so no pair is compared"
      ))
    // One bar over all three, and no critical difference in use.
    #expect(csv.dropFirst().allSatisfy { $0.contains(",1,,0.1353352832366") })
  }
}
