import ExperimentSupport
import Experiments
import Foundation
import Plotting
import Specs
import Testing

@testable import Analysis
@testable import Reports

/// What the data hold is seen: the figures of whole experiments, with what is said of them.
@Suite struct SeenTests {
  private func report(_ spec: String) async throws -> Report {
    let plan = try SmallExperiment.plan(spec, cells: .standard)
    return Report(await Scheduler(jobs: 1).run(plan), versions: [])
  }

  /// A report on a noisy line with these optimizers and cells.
  private func line(
    _ optimizers: [(name: String, kind: String, rate: Double)], seeds: Int = 10,
    targets: String = "[4.5]", cells: String
  ) async throws -> Report {
    let rules = optimizers.map {
      #"{ "name": "\#($0.name)", "kind": "\#($0.kind)", "learning_rate": \#($0.rate) }"#
    }
    return try await report(
      """
      { "name": "line", "seeds": \(seeds), "problems": [{
          "name": "line", "dataset": { "kind": "regression", "samples": 60, "features": 4, "noise": 10 },
          "model": "linear", "standardize": "train", "standardize_target": "train", "epochs": 20,
          "batch_size": 8, "targets": \(targets) }],
        "optimizers": [\(rules.joined(separator: ", "))], "report": { "cells": [\(cells)] } }
      """)
  }

  private func csv(_ report: Report, _ id: String) throws -> [[String]] {
    let table = try #require(report.tables.first { $0.path == "figures/\(id).csv" })
    return String(decoding: table.bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func text(_ report: Report) -> String { MarkdownWriter().markdown(report.document) }

  /// SGD at rate 1 solves a quadratic of condition 1 in one step, exactly.
  @Test func aLossOfZeroLiesOnTheFloorAndIsCounted() async throws {
    let report = try await report(
      """
      { "name": "zero", "seeds": 6,
        "problems": [{ "model": { "kind": "quadratic", "condition": 1 }, "epochs": 20 }],
        "optimizers": [{ "name": "SGD", "kind": "sgd", "learning_rate": 1 },
                       { "name": "Adam", "kind": "adam", "learning_rate": 0.1 }],
        "report": { "cells": [
          { "figure": "loss_curves", "id": "a" },
          { "figure": "box_strip", "id": "b", "quantity": "train_loss" },
          { "figure": "loss_curves", "id": "c", "y_limits": [0.001, 1] },
          { "figure": "loss_curves", "id": "d", "y_limits": [0, 1] }] } }
      """)
    for figure in report.figures.prefix(2) {
      #expect(figure.figure.panels[0].y.scale == .logarithmic)
      #expect(figure.figure.census[0].onFloorOfY > 0 && figure.figure.census[0].unseen == 0)
    }
    let text = text(report)
    // SGD is at 0 from epoch 1 to 20; two curves have 21 values each.
    #expect(text.contains("On the logarithmic axis 20 of 42 values are 0 and lie on the floor"))
    #expect(text.contains("On the logarithmic axis 1 of 2 values is 0 and lies on the floor"))
    #expect(report.warnings.count == 1 && report.warnings[0].contains("'c'"))
    // Limits that begin at 0 ask for an axis that has one.
    let given = report.figures[3].figure.panels[0].y
    #expect(given.scale == .linear && given.lower == 0 && given.upper == 1)
  }

  @Test func noDifferenceIsMadeOfTwoFailures() async throws {
    let report = try await line(
      [("Big", "sgd", 100), ("Bigger", "sgd", 1000)], seeds: 8,
      cells: """
        { "figure": "forest", "id": "f", "quantity": "train_loss" },
        { "figure": "forest", "id": "m", "quantity": "test_metric" },
        { "figure": "forest", "id": "t" },
        { "figure": "loss_curves", "id": "l", "quantity": "train_loss" }
        """)
    for (id, word) in [("f", "diverged"), ("m", "diverged"), ("t", "not reached")] {
      let picture = try #require(report.figures.first { $0.figure.id == id }).figure
      let panel = try #require(picture.panels.first)
      #expect(
        panel.rightNames.map(\.text).contains("both\u{A0}\(word.replacing(" ", with: "\u{A0}"))"))
      #expect(picture.description.contains("Bigger: both \(word)"))
      #expect(!picture.description.contains("∞"))
      // Nothing is drawn but the line of no difference.
      #expect(picture.census[0].values == 0)
      let row = try #require(csv(report, id).last)
      #expect(row.suffix(4) == ["", "", "", "both \(word)"])
    }
    let losses = try #require(report.figures.first { $0.figure.id == "l" }).figure
    #expect(losses.description.contains("all of them diverged"))
    #expect(
      losses.panels[0].rail?.rows.map { $0.shares.last } == [
        Rail.Share(8, of: 8), Rail.Share(8, of: 8),
      ])
    // All curves explode: none is cut off for the others' sake.
    #expect(losses.panels[0].y.upper == nil && losses.census[0].unseen == 0)
  }

  @Test func whoeverMissesAloneIsNoNumberEither() async throws {
    let report = try await line(
      [("Good", "sgd", 0.01), ("Big", "sgd", 100)], cells: #"{ "figure": "forest", "id": "f" }"#)
    let panel = try #require(report.figures.first).figure.panels[0]
    let texts = panel.rightNames.map(\.text)
    #expect(texts.contains("reference") && !texts.contains { $0.contains("∞ [") })
  }

  @Test func aMetricOfManyDecadesHasALogarithmicAxis() async throws {
    let report = try await line(
      [("SGD, 0.01", "sgd", 0.01), ("Adam, 0.01", "adam", 0.01), ("SGD, 0.8", "sgd", 0.8)],
      cells: """
        { "figure": "box_strip" }, { "figure": "box_strip", "quantity": "test_loss" },
        { "figure": "sensitivity", "quantity": "test_metric" },
        { "figure": "box_strip", "y_scale": "linear" }
        """)
    #expect(
      report.figures.map { $0.figure.panels[0].y.scale } == [
        .logarithmic, .logarithmic, .logarithmic, .linear,
      ])
  }

  @Test func sharesHaveALinearAxis() async throws {
    let report = try await report(
      """
      { "name": "iris", "seeds": 2, "problems": [
          { "dataset": "iris", "model": "softmax", "epochs": 2 }],
        "optimizers": [{ "name": "a", "kind": "sgd", "learning_rate": 0.5 },
                       { "name": "b", "kind": "sgd", "learning_rate": 1e-9 }],
        "report": { "cells": [{ "figure": "box_strip" }] } }
      """)
    #expect(report.figures[0].figure.panels[0].y.scale == .linear)
  }

  /// The rule of scales, whatever a figure shows.
  @Test(arguments: [
    (Quantity.testMetric, [7.0, 8e6], Axis.Scale.logarithmic), (.testMetric, [7, 80], .linear),
    (.testMetric, [0, 7, 8e6], .logarithmic), (.testMetric, [-1, 8e6], .linear),
    (.trainLoss, [0.4, 0.5], .logarithmic), (.trainLoss, [0, 0.5], .logarithmic),
    (.trainLoss, [-1, 0.5], .linear), (.trainLoss, [0, 0], .linear), (.trainLoss, [], .linear),
    (.basinWidth, [0.001, 3], .linear),
  ])
  func oneRuleOfScales(quantity: Quantity, values: [Double], scale: Axis.Scale) throws {
    let run = SmallExperiment.record([3, 2])
    let comparison = Comparison(try SmallExperiment.results([run], [run]))
    let scope = FigureScope(
      comparison: comparison, spec: FigureSpec(), styles: OptimizerStyles([], palette: .okabeIto),
      mostCurves: 7)
    #expect(scope.scale(quantity, values, metric: nil) == scale)
  }

  @Test func oneIntervalDoesNotCrushAllOthers() async throws {
    let report = try await line(
      [("A", "sgd", 0.01), ("B", "sgd", 0.02), ("C", "adam", 0.01), ("Unstable", "sgd", 0.8)],
      cells: """
        { "figure": "forest", "id": "f", "quantity": "train_loss", "style": "ieee" },
        { "figure": "forest", "id": "o", "quantity": "train_loss", "optimizers": ["Unstable", "C", "A", "B"] }
        """)
    let panel = report.figures[0].figure.panels[0]
    #expect(try #require(panel.x.upper) < 100)
    // By effect, the reference first, unless the spec names an order.
    let names = try #require(panel.y.names).map(\.text)
    #expect(names.count == 4 && names.last == "Unstable" && panel.rightNames[0].text == "reference")
    let order = try #require(report.figures[1].figure.panels[0].y.names).map(\.text)
    #expect(order == [names[0]] + ["Unstable", "C", "A", "B"].filter { $0 != names[0] })
    // No place to break but between the estimate and its interval.
    #expect(panel.rightNames.dropFirst().allSatisfy { $0.text.count { $0 == " " } <= 1 })
  }

  @Test func theRailSaysHowManyFailed() async throws {
    let report = try await line(
      [("A", "sgd", 0.01), ("B", "adam", 0.01)],
      cells: #"{ "figure": "box_strip", "quantity": "epochs_to_target" }"#)
    let rows = try #require(report.figures[0].figure.panels[0].rail?.rows)
    #expect(rows.map(\.shares) == [[Rail.Share(1, of: 10)]])
  }

  /// Limits, scales and sizes that a spec gives, in every kind of figure of these runs.
  @Test func whatIsGivenIsKept() async throws {
    let kinds = [
      "loss_curves", "time_to_target", "performance_profile", "ecdf", "sensitivity",
      "effective_step",
    ]
    let given = """
      "x_limits": [0.002, 12], "y_limits": [0.3, 0.9], "x_scale": "linear", "y_scale": "log",
      "width": 4, "height": 3
      """
    let both = kinds.map { #"{ "figure": "\#($0)", "id": "\#($0)", \#(given) }"# }
    let others = [
      #"{ "figure": "box_strip", "id": "box_strip", "y_limits": [0.3, 0.9], "y_scale": "linear", "width": 4, "height": 3 }"#,
      #"{ "figure": "forest", "id": "forest", "x_limits": [0.3, 0.9], "x_scale": "log", "width": 4, "height": 3 }"#,
      #"{ "figure": "parity", "id": "parity", "x_limits": [0.3, 0.9], "x_scale": "log", "width": 4, "height": 3, "values": { "observed": [1, 2], "predicted": [0, 2] } }"#,
      #"{ "figure": "search_history", "id": "search_history", "x_limits": [2, 3], "y_limits": [0.3, 0.9], "y_scale": "log", "x_scale": "linear", "width": 4, "height": 3, "values": { "values": [1, 2, 0.5] } }"#,
      #"{ "figure": "importance", "id": "importance", "x_limits": [0.3, 0.9], "width": 4, "height": 3, "values": { "names": ["a", "b"], "values": [0.8, 0.2] } }"#,
    ]
    let report = try await line(
      [("Adam, 0.01", "adam", 0.01), ("SGD, 0.01", "sgd", 0.01), ("SGD, 0.1", "sgd", 0.1)],
      cells: (both + others).joined(separator: ", "))
    for picture in report.figures {
      let figure = picture.figure
      #expect((figure.width ?? figure.style.width) == 4 && figure.height == 3, "\(figure.id)")
      for panel in figure.panels {
        if kinds.contains(figure.id) {
          #expect(panel.x.lower == 0.002 && panel.x.upper == 12, "\(figure.id)")
          #expect(panel.y.lower == 0.3 && panel.y.upper == 0.9, "\(figure.id)")
          #expect(panel.x.scale == .linear && panel.y.scale == .logarithmic, "\(figure.id)")
        } else if figure.id == "box_strip" {
          let axis = panel.x.names == nil ? panel.x : panel.y
          #expect(axis.lower == 0.3 && axis.upper == 0.9 && axis.scale == .linear)
        } else if figure.id == "search_history" {
          #expect(panel.x.lower == 2 && panel.x.upper == 3)
          #expect(panel.y.lower == 0.3 && panel.y.upper == 0.9)
        } else {
          #expect(panel.x.lower == 0.3 && panel.x.upper == 0.9, "\(figure.id)")
          if figure.id != "importance" { #expect(panel.x.scale == .logarithmic, "\(figure.id)") }
        }
      }
    }
    // Nobody restarts where no run arrives late enough.
    #expect(report.figures.count >= kinds.count + others.count - 1)
    // Whoever cuts off data is told, figure by figure, and so is the reader.
    for id in ["loss_curves", "box_strip", "sensitivity"] {
      #expect(report.warnings.contains { $0.contains("'\(id)'") }, "\(id)")
    }
    #expect(text(report).contains("lie outside the limits that were given and are not seen."))
  }

  /// One value far off is cut off where half of the others would be one line, but not where all lie apart.
  @Test(arguments: [
    ([1.0, 2, 3, 4, -1e12], Axis.Scale.linear, true, false),
    ([1, 2, 3, 4, 1e12], .linear, false, true), ([1, 2, 3, 4, 1e6], .logarithmic, false, false),
    ([1, 2, 3, 4, 1e250], .logarithmic, false, true), ([1, 10, 100, 1000], .linear, false, false),
    ([1, 1, 1, 1, 1], .linear, false, false), ([1, 2, 3e9], .linear, false, false),
    ([], .linear, false, false),
  ])
  func crushing(values: [Double], scale: Axis.Scale, isCutBelow: Bool, isCutAbove: Bool) {
    let window = CrushWindow(values, scale: scale)
    #expect((window.lower != nil) == isCutBelow && (window.upper != nil) == isCutAbove)
    for value in [1.0, 2, 3, 4] where values.contains(value) {
      #expect(value > window.lower ?? -.infinity && value < window.upper ?? .infinity)
    }
  }
}
