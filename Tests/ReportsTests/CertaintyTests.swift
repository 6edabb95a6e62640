import ExperimentSupport
import Experiments
import Foundation
import Testing

@testable import Reports

/// Where nothing depends on the seed one run shows all, and no interval is made of it.
@Suite struct CertaintyTests {
  private func report(_ problems: String) async throws -> Report {
    let plan = try SmallExperiment.plan(
      """
      { "name": "certain", "seeds": 20, "problems": [\(problems)],
        "optimizers": [{ "name": "Adam", "kind": "adam", "learning_rate": 0.1 },
                       { "name": "Nadam", "kind": "nadam", "learning_rate": 0.1 }],
        "report": { "cells": [
          { "figure": "time_to_target", "id": "t", "intervals": true },
          { "figure": "performance_profile", "id": "p", "intervals": true }] } }
      """, cells: .standard)
    return Report(await Scheduler(jobs: 1).run(plan), versions: [])
  }

  private static let certain =
    #"{ "name": "bowl", "model": { "kind": "quadratic", "condition": 2 }, "epochs": 60, "targets": [0.1] }"#
  private static let random = """
    { "name": "line", "dataset": { "kind": "regression", "samples": 60, "features": 4, "noise": 10 },
      "model": "linear", "standardize": "train", "standardize_target": "train", "epochs": 20,
      "batch_size": 8, "targets": [4.5] }
    """

  private func rows(_ report: Report, _ id: String) throws -> [[String]] {
    let table = try #require(report.tables.first { $0.path == "figures/\(id).csv" })
    return String(decoding: table.bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func bands(_ report: Report, _ figure: Int) -> [Int] {
    report.figures[figure].figure.panels.map { panel in
      panel.marks.count { mark in
        switch mark {
        case .band, .segments: true
        default: false
        }
      }
    }
  }

  @Test func aloneThereIsNone() async throws {
    let report = try await report(Self.certain)
    #expect(bands(report, 0) == [0] && bands(report, 1) == [0])
    #expect(try rows(report, "t")[0] == ["problem", "optimizer", "epoch", "share"])
    #expect(try rows(report, "p")[0] == ["optimizer", "factor", "share"])
    let text = MarkdownWriter().markdown(report.document)
    #expect(text.contains("No intervals where nothing depends on the seed: bowl."))
    #expect(!text.contains("Wilson") && !text.contains("resamples"))
  }

  /// Of few problems a resample may hold one alone: bands are of the seeds, and the table has both.
  @Test func fewProblemsAreNotResampled() async throws {
    let report = try await report(
      Self.random + ", "
        + Self.random.replacing(#""line""#, with: #""other""#)
        .replacing(#""noise": 10"#, with: #""noise": 12"#))
    #expect(bands(report, 1)[0] > 0)
    let rows = try rows(report, "p")
    #expect(
      rows[0] == [
        "optimizer", "factor", "share", "low", "high", "low_other_problems", "high_other_problems",
      ])
    var isNarrower = false
    for row in rows.dropFirst() {
      let numbers = try row.dropFirst(2).map { try #require(Double($0)) }
      #expect(numbers[1] <= numbers[0] && numbers[0] <= numbers[2])
      if numbers[2] - numbers[1] < numbers[4] - numbers[3] { isNarrower = true }
      // What is drawn is the narrow one.
      #expect(row.count == 7)
    }
    #expect(isNarrower)
    let text = MarkdownWriter().markdown(report.document)
    #expect(
      text.contains(
        "over resamples of the seeds within each problem (Agarwal et al. 2021): what other seeds would "
          + "change and not what other problems would, for which the data have wider ones. 2 problems "
          + "are no sample of problems: elsewhere the order may be another."))
  }

  @Test func besideOthersTheyAreOfTheOthersAlone() async throws {
    let report = try await report(Self.certain + ", " + Self.random)
    let counts = bands(report, 0)
    #expect(counts[0] == 0 && counts[1] > 0)
    for row in try rows(report, "t").dropFirst() {
      #expect(row.count == 6 && (row[0] == "bowl") == row[4].isEmpty)
    }
  }
}
