import ExperimentSupport
import Testing

@testable import Analysis
@testable import Reports

/// The shares of targets reached with simulated restarts.
@Suite struct RestartFigureTests {
  private func comparison(_ problems: [SeveralProblems.Problem]) throws -> Comparison {
    Comparison(try SeveralProblems.results(problems, optimizers: ["a", "b"]))
  }

  private func problem(_ source: Int, _ a: [Int?], _ b: [Int?]) -> SeveralProblems.Problem {
    SeveralProblems.Problem(SeveralProblems.sources[source], [a, b])
  }

  @Test func everyProblemCountsTheSame() throws {
    let problems = try comparison([
      problem(0, [10, 20], [30, nil]), problem(1, [40, 40], [nil, nil]),
    ]).problems
    let profiles = RestartProfiles(problems, names: ["a", "b"])
    #expect(profiles.curves[0].map(\.epochs) == [10, 20, 40])
    #expect(zip(profiles.curves[0], [0.25, 0.5, 1]).allSatisfy { abs($0.share - $1) < 1e-12 })
    // The first problem is solved in 30 epochs after any number of misses of 200, the second never.
    let other = profiles.curves[1]
    #expect(other.prefix(3).map(\.epochs) == [30, 230, 430])
    #expect(abs(other[0].share - 0.25) < 1e-12)
    #expect(abs(other[1].share - 0.375) < 0.02)
    #expect(abs((other.last?.share ?? 0) - 0.5) < 1e-12)
    #expect(profiles.share(of: 1, within: 229) == other[0].share)
    #expect(profiles.share(of: 1, within: 29) == 0)
  }

  @Test func problemsOnTheSameRowsCountAsOne() throws {
    let problems = try comparison([
      problem(0, [10], [20]), problem(0, [30], [20]), problem(1, [40], [50]),
    ]).problems
    let profiles = RestartProfiles(problems, names: ["a", "b"])
    #expect(zip(profiles.curves[0], [0.25, 0.5, 1]).allSatisfy { abs($0.share - $1) < 1e-12 })
  }

  @Test func whatItSays() throws {
    let results = try SeveralProblems.results(
      [problem(0, [10, 20], [30, nil]), problem(1, [40, 40], [nil, nil])], optimizers: ["a", "b"],
      report: #"{ "cells": [{ "figure": "ecdf", "id": "restarts" }] }"#, cells: .standard)
    let report = Report(results, versions: [])
    let text = MarkdownWriter().markdown(report.document)
    let caption = [
      "**Figure 1.** Share of targets reached by the epochs spent, on *p*, *q*: over the target of each ",
      "problem and 1,000 or more simulated runs to each, every problem counting the same. A run that ",
      "missed or diverged is followed by another one of the optimizer’s, drawn at random, and its epochs ",
      "are added, until one arrives (COCO; Hansen et al. 2021). Beyond 200 epochs, the budget, only ",
      "restarts count; a curve ends below 1 where no run of the optimizer reached a target.",
    ].joined()
    #expect(text.contains(caption), "\(text)")
    let alternative = try #require(report.figures.first?.figure.description)
    #expect(
      alternative
        == "Share of targets reached by epochs with simulated restarts over 2 problems. The most first: a reaches 1.00 "
        + "(half by epoch 20); b reaches 0.50 (half by epoch 2030).")
    let data = try #require(report.tables.first { $0.path == "figures/restarts.csv" })
    let rows = String(decoding: data.bytes, as: UTF8.self).split(separator: "\n")
    #expect(
      rows.prefix(5) == ["optimizer,epochs,share", "a,9,0", "a,10,0.25", "a,20,0.5", "a,40,1"])
  }
}
