import Testing
import Training

import ExperimentSupport
@testable import Experiments
import Specs
@testable import Reports

@Suite struct ReportTests {
  private func report(_ a: [RunRecord], _ b: [RunRecord]) throws -> Report {
    Report(
      try SmallExperiment.results(a, b), versions: [ToolVersion(name: "report", version: "1")])
  }

  private func text(_ report: Report) -> String { MarkdownWriter().markdown(report.document) }

  private func table(_ path: String, of report: Report) throws -> [String] {
    let file = try #require(report.tables.first { $0.path == path })
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private let fast = (0..<8).map { seed in
    SmallExperiment.record([100, 20, 10, 10, 10], metric: 2 + 0.01 * Double(seed % 3))
  }
  private let slow = (0..<8).map { seed in
    SmallExperiment.record([100, 60, 40, 20, 10], metric: 2.5 + 0.01 * Double(seed % 2))
  }

  @Test func tooFewSeedsHaveNoIntervals() throws {
    let text = text(try report(Array(fast.prefix(5)), Array(slow.prefix(5))))
    #expect(text.contains("median over 5 seeds, too few for an interval"))
  }

  /// The text of a report on one optimizer.
  private func alone(_ records: [RunRecord], targets: String = "\"auto\"") throws -> String {
    let results = try SmallExperiment.results([("a", records)], targets: targets)
    return text(Report(results, versions: []))
  }

  @Test func oneOptimizerWithOneSeedIsComparedWithNobody() throws {
    let text = try alone([SmallExperiment.record([100, 20, 10], metric: 2)])
    #expect(text.contains("The training loss starts at 100; a ends at 10.0. "))
    #expect(text.contains(" by epoch: the one seed. The run did not diverge. "))
    for absent in ["of the way", "got there", "× the fastest", "paired", "1 runs"] {
      #expect(!text.contains(absent), "\(absent)")
    }
    let lost = SmallExperiment.record([100, 1e300, .infinity], status: .diverged)
    #expect(try alone([lost]).contains("The run diverged and counts as +∞ from then on."))
  }

  @Test func oneOptimizerIsMeasuredByTheTargetsThatAreGiven() throws {
    #expect(
      try alone([SmallExperiment.record([100, 20, 10])], targets: "[20]").contains(
        """
        on *p*: the values of the one seed. A run that never got there, or diverged, counts as ∞. ([CSV](tables/target-p.csv), [LaTeX](tables/target-p.tex))

        | optimizer | arrived | epochs |
        | :-------- | ------: | -----: |
        | a         |  1 of 1 |      1 |
        """))
  }

  @Test func divergedRunsAreFailuresInEveryPlace() throws {
    let lost = (0..<8).map { seed in
      seed < 5
        ? SmallExperiment.record([100, 1e300, .infinity], status: .diverged)
        : SmallExperiment.record([100, 20, 10, 10, 10])
    }
    let report = try report(lost, slow)
    let text = text(report)
    #expect(text.contains("- Diverged, which counts as the worst value: 5 of 8 runs of **a**."))
    #expect(text.contains("5 of 16 runs diverged and count as +∞ from that epoch on"))
    let summary = try table("data/summary.csv", of: report)
    #expect(summary.contains { $0.hasPrefix("p,a,train_loss,8,5,inf,") })
    #expect(summary.contains { $0.hasPrefix("p,a,epochs_to_target,8,5,inf,") })
    let runs = try table("data/runs.csv", of: report)
    #expect(runs[1] == "p,a,0,diverged,2,2,20,inf,,,,,,,,inf,inf,inf,inf,inf,inf")
  }

  @Test func theTablesHaveTheColumnsOfTheContract() throws {
    let report = try report(fast, slow)
    #expect(
      try table("data/runs.csv", of: report).first
        == "problem,optimizer,seed,status,epochs,steps,gradient_evaluations,train_loss,"
        + "validation_loss,test_loss,train_metric,validation_metric,test_metric,"
        + "best_validation_loss,best_epoch,epochs_to_target,epochs_to_target_earliest,"
        + "epochs_to_target_2,epochs_to_target_2_earliest,epochs_to_target_3,"
        + "epochs_to_target_3_earliest")
    let runs = try table("data/runs.csv", of: report)
    #expect(runs.count == 1 + 16)
    #expect(runs[1] == "p,a,0,completed,4,4,40,10,20,30,2,2,2,20,4,2,2,2,2,2,2")
    #expect(runs[16] == "p,b|*x*,7,completed,4,4,40,10,20,30,2.51,2.51,2.51,20,4,4,4,4,4,4,4")
    let curves = try table("data/curves.csv", of: report)
    #expect(curves.first == "problem,optimizer,seed,epoch,step,train_loss,validation_loss")
    #expect(curves.count == 1 + 16 * 5)
    #expect(curves[2] == "p,a,0,1,1,20,30")
    let summary = try table("data/summary.csv", of: report)
    #expect(summary.first == "problem,optimizer,quantity,n,failures,median,q25,q75,low,high")
    #expect(summary.contains("p,a,epochs_to_target,8,0,2,2,2,2,2"))
  }

  @Test func aFigureHasTheNumbersThatItDraws() throws {
    let report = try report(fast, slow)
    #expect(report.figures.map(\.figure.id) == ["loss-p", "effective-step"])
    let rows = try table("figures/loss-p.csv", of: report)
    #expect(rows.first == "problem,panel,optimizer,epoch,low,median,high")
    #expect(rows.count == 1 + 2 * 2 * 5)
    #expect(rows[2] == "p,train_loss,a,1,20,20,20")
    #expect(rows[12] == "p,validation_loss,a,1,30,30,30")
    let figure = try #require(report.figures.first?.figure)
    #expect(figure.description.contains("The median training loss starts at 100"))
    #expect(figure.panels.map(\.title) == ["Training", "Validation"])
  }

  @Test func everyHyperparameterStandsInTheSetup() throws {
    let text = text(try report(fast, slow))
    for line in [
      "| `learning_rate` | $`\\eta`$", "| `beta2`         | $`\\beta_2`$", "| `nesterov`",
      "\\begin{aligned}", "442 × 10", "284 / 70 / 88",
    ] {
      #expect(text.contains(line), "\(line)")
    }
  }
}

@Suite struct FileNamesTests {
  @Test func namesAreSafeAndUnique() {
    var names = FileNames()
    #expect(names.unique(prefix: "loss", name: "Diabetes (raw)") == "loss-diabetes-raw")
    #expect(names.unique(prefix: "loss", name: "diabetes/raw") == "loss-diabetes-raw-2")
    #expect(names.unique(prefix: "loss", name: "당뇨") == "loss")
    #expect(names.unique(prefix: "loss", name: "../..") == "loss-2")
    #expect(names.unique(prefix: "loss", name: String(repeating: "a", count: 99)).count == 69)
  }
}

@Suite struct LossFigureTests {
  /// Neighbours of one tens digit belong together.
  private func parts(_ all: [Int]) -> [Range<Int>] {
    LossFigure.parts(of: all, atMost: FigureMaker.mostCurves) { $0 / 10 == $1 / 10 }
  }

  @Test func aFigureHoldsAtMostSevenCurvesAndKeepsRulesTogether() {
    #expect(parts([10, 11, 12, 20, 21, 30]) == [0..<6])
    #expect(parts([10, 11, 12, 13, 20, 21, 22, 23]) == [0..<4, 4..<8])
    // As even as possible, so that no figure is left with a single curve.
    #expect(parts([10, 11, 20, 21, 30, 31, 40, 41]) == [0..<4, 4..<8])
    #expect(parts([10, 20, 30, 40, 50, 60, 70, 80]) == [0..<4, 4..<8])
    #expect(parts(Array(10..<18)) == [0..<4, 4..<8])
    #expect(parts([10]) == [0..<1])
    // What is tuned, from 100 on here, has a figure of its own where there is no room for all.
    func tuned(_ all: [Int]) -> [Range<Int>] {
      LossFigure.parts(of: all, atMost: 7, belongTogether: ==) { $0 / 100 != $1 / 100 }
    }
    #expect(tuned([10, 20, 30, 40, 110, 120, 130, 140]) == [0..<4, 4..<8])
    #expect(tuned([10, 20, 30, 110, 120, 130]) == [0..<6])
    #expect(parts([]) == [])
  }
}
