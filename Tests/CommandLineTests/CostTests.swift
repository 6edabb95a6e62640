import Foundation
import Testing

/// What a spec is estimated to take, and what it takes.
struct CostTests {
  private static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let committed = [
    "article", "article_seeds", "diabetes", "diabetes_rates", "gallery", "noisy", "simple",
  ]

  /// Those of the committed specs that take a moment.
  @Test(arguments: committed)
  func theEstimateOfACommittedSpecHolds(name: String) throws {
    let spec = Self.project.appending(path: "experiments/\(name).json").path
    try Self.expectEstimate(of: spec, in: Workplace())
  }

  @Test(
    arguments: [
      #""dataset": "digits", "model": { "kind": "mlp", "hidden": [1500, 1500] }, "epochs": 1"#,
      """
      "dataset": { "kind": "regression", "samples": 6000, "features": 2000 }, "epochs": 1,
      "standardize": "train", "model": { "kind": "mlp", "hidden": [1] }
      """,
      """
      "dataset": { "kind": "sparse_classification", "samples": 500000, "features": 10000,
        "density": 1e-3 }, "model": { "kind": "mlp", "hidden": [2] }, "epochs": 1
      """,
    ])
  func theEstimateOfALargeProblemHolds(problem: String) throws {
    let workplace = try Workplace()
    try workplace.write(Self.spec(problem), to: "large.json")
    try Self.expectEstimate(of: "large.json", in: workplace)
  }

  @Test func theEstimateOfALargeImageHolds() throws {
    let workplace = try Workplace()
    let report = """
      { "dpi": 1200, "width": 8, "height": 8, "formats": ["png"],
        "cells": [{ "figure": "loss_curves" }] }
      """
    try workplace.write(Self.spec(#""model": "beale", "epochs": 20"#, report), to: "large.json")
    try Self.expectEstimate(of: "large.json", in: workplace)
  }

  /// Each spec with the place and the words of its fault.
  private static let refused: [(problem: String, report: String, fault: String)] = [
    (
      #""dataset": "digits", "model": { "kind": "mlp", "hidden": [16000, 16000] }, "epochs": 1"#,
      "{}",
      """
      heavy.json:2:75: error: about 9.8 GiB of memory, most of it for 257,216,010 parameters on 'digits', \
      5 numbers each
      """
    ),
    (
      """
      "dataset": { "kind": "sparse_classification", "samples": 100000000, "features": 10000000,
        "density": 1e-7 }, "model": "logistic", "epochs": 1
      """, "{}", "heavy.json:2:29: error: about 5.2 GiB of memory for data up to here"
    ),
    (
      """
      "dataset": "diabetes", "model": { "kind": "mlp", "hidden": [64, 64] }, "epochs": 10000000,
        "record": 1000000
      """, "{}",
      """
      heavy.json:2:99: error: about 4 × 10^17 operations, most of them for the epochs on 'diabetes'
      """
    ),
    (
      """
      "dataset": { "kind": "regression", "samples": 20000, "features": 12000 }, "model": "linear",
      "epochs": 1
      """,
      """
      { "cells": [{ "figure": "loss_curves", "width": 20,
        "dpi": 1200, "height": 20 }] }
      """,
      """
      heavy.json:4:10: error: about 6.1 GiB of memory, most of it for an image of 24,000 × 24,000 pixels
      """
    ),
  ]

  @Test func whatIsTooMuchIsRefusedAtItsPlace() throws {
    for example in Self.refused {
      let workplace = try Workplace()
      try workplace.write(
        Self.spec(example.problem, example.report, seeds: 10_000), to: "heavy.json")
      let outcome = try workplace.run("validate", "heavy.json")
      #expect(outcome.exitCode == 65, "\(example.problem)")
      #expect(outcome.errors.hasPrefix(example.fault), "\(outcome.errors)")
      #expect(outcome.errors.contains("the limit is ") && outcome.errors.contains("--no-limits"))
    }
  }

  private static func spec(
    _ problem: String, _ report: String = "{}", seeds: Int = 1
  ) -> String {
    """
    { "name": "large", "seeds": \(seeds), "optimizers": [{ "name": "Adam", "kind": "adam" }],
      "problems": [{ \(problem) }], "report": \(report) }
    """
  }

  /// Compares the memory that a run takes with what `validate` says of it.
  private static func expectEstimate(of spec: String, in workplace: borrowing Workplace) throws {
    let said = try workplace.run("validate", spec).output
    let words = try #require(said.firstMatch(of: /about ([0-9.]+) ([MG])iB of memory/))
    let estimate = try #require(Double(words.1)) * (words.2 == "G" ? 1024 : 1)
    let run = try workplace.run(
      "--verbose", "--no-cache", "--jobs", "1", "--output", "report", spec)
    let told = try #require(run.errors.firstMatch(of: /report after .* s, ([0-9]+) MiB/))
    let taken = try #require(Double(told.1))
    #expect(taken < 2 * estimate && estimate < 2 * taken, "\(estimate) MiB, took \(taken)")
  }
}
