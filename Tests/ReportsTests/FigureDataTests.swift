import Foundation
import Plotting
import Testing

@testable import Analysis
import ExperimentSupport
@testable import Experiments
import Specs
@testable import Reports

/// The tables beside the figures hold what the figures draw, and the alternative texts say it.
@Suite struct FigureDataTests {
  private let arriving = (0..<4).map { _ in SmallExperiment.record([100, 20, 8, 3, 1]) }
  private let mixed =
    [SmallExperiment.record([100, 50, 20, 10, 5]), SmallExperiment.record([100, 40, 9, 9, 9])]
    + (0..<2).map { _ in SmallExperiment.record([100, .infinity], status: .diverged) }

  private func figure(_ content: some FigureContent) throws -> ReportFigure {
    let results = try SmallExperiment.results(arriving, mixed, targets: "[10.5]")
    var maker = FigureMaker(Comparison(results), look: FigureLook())
    return try #require(maker.figures(content, FigureSpec()).first)
  }

  private func rows(_ figure: ReportFigure) -> [String] {
    String(decoding: figure.data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func profilesBeginAndEndWhereTheyAreDrawn() throws {
    let found = try figure(TargetProfileContent(hasIntervals: false))
    #expect(
      rows(found) == [
        "problem,optimizer,epoch,share", "p,a,0,0", "p,a,2,1", "p,a,4,1", "p,b|*x*,0,0",
        "p,b|*x*,2,0.25", "p,b|*x*,3,0.5", "p,b|*x*,4,0.5",
      ])
    let text = found.figure.description
    #expect(text.contains("the target are 4 of 4 with a (half by epoch 2); 2 of 4 with b|*x*."))
    #expect(text.contains("Target: a training loss of 10.5."))
  }

  @Test func manyRunsAndFewCurvesHaveIntervalsUnasked() throws {
    let few = try figure(PerformanceProfileContent(hasIntervals: nil))
    #expect(rows(few)[0] == "optimizer,factor,share")
    let many = (0..<30).map { _ in SmallExperiment.record([100, 20, 8, 3, 1]) }
    let results = try SmallExperiment.results(many, many, targets: "[10.5]")
    var maker = FigureMaker(Comparison(results), look: FigureLook())
    let found = try #require(
      maker.figures(TargetProfileContent(hasIntervals: nil), FigureSpec()).first)
    #expect(rows(found)[0] == "problem,optimizer,epoch,share,low,high")
  }

  @Test func intervalsOfSharesStandBesideThem() throws {
    let found = try figure(PerformanceProfileContent(hasIntervals: true))
    let rows = rows(found)
    #expect(rows[0] == "optimizer,factor,share,low,high")
    // It is the fastest with every seed of the one problem, in every resample.
    #expect(rows[1] == "a,1,1,1,1")
    #expect(rows.count == 1 + 2 + 3)
    #expect(found.figure.panels[0].marks.count == 4)
  }

  @Test func lossesByStepSayTheStepsAndTheSeeds() throws {
    var content = LossCurvesContent()
    content.loss = .training
    content.abscissa = .gradientEvaluations
    content.showsSeeds = true
    let rows = try rows(figure(content))
    #expect(
      rows[0] == "problem,panel,optimizer,epoch,gradient_evaluations,low,median,high,seed_0,seed_1,"
        + "seed_2,seed_3")
    // An epoch is 284 examples.
    #expect(rows[3] == "p,train_loss,a,2,568,8,8,8,8,8,8,8")
  }

  @Test func trainingAndValidationShareTheirAxis() throws {
    let found = try figure(LossCurvesContent()).figure
    let panels = found.panels
    #expect(panels.map(\.y.label) == ["loss", "loss"])
    #expect(panels[0].yGroup != nil && panels[0].yGroup == panels[1].yGroup)
    #expect(panels[0].y == panels[1].y)
    for loss in [
      "The median training loss starts at 100; a ends at 1.00; that of b|*x* diverged; ",
      "The median validation loss starts at 110; a ends at 11.0; that of b|*x* diverged; ",
    ] {
      #expect(found.description.contains(loss), "\(loss)")
    }
  }

  @Test func boxesSayWhatFailed() throws {
    let found = try figure(BoxStripContent(quantity: .trainLoss))
    #expect(found.figure.panels[0].rail?.rows.map(\.shares) == [[0.5]])
    let text = found.figure.description
    #expect(text.contains("The median of training loss is 1.00 with a; "))
    #expect(text.contains("with b|*x* (2 failed)."))
    #expect(text.hasPrefix("Training loss on p.") && text.contains("The rail on top"))
  }

  @Test(arguments: [(7.0, false), (1.2, true)])
  func boxesLieWhereNamesHaveNoRoomBelowThem(width: Double, isLying: Bool) throws {
    let results = try SmallExperiment.results(arriving, mixed, targets: "[10.5]")
    var spec = FigureSpec()
    spec.look.width = width
    var maker = FigureMaker(Comparison(results), look: FigureLook())
    let figure = try #require(
      maker.figures(BoxStripContent(quantity: .trainLoss), spec).first?.figure)
    #expect((figure.panels[0].y.names != nil) == isLying)
    #expect(figure.panels[0].rightNames.map(\.text) == (isLying ? ["2 failed"] : []))
    let words = isLying ? "Right of the boxes" : "The rail on top"
    #expect(figure.description.contains(words))
  }

  @Test(arguments: [7.0, 1.2])
  func boxesHaveTheLabelsThatTheSpecGives(width: Double) throws {
    let results = try SmallExperiment.results(arriving, mixed)
    var spec = FigureSpec()
    spec.look.width = width
    (spec.x.label, spec.y.label) = ("rule", "loss")
    var maker = FigureMaker(Comparison(results), look: FigureLook())
    let panel = try #require(
      maker.figures(BoxStripContent(quantity: .trainLoss), spec).first?.figure.panels.first)
    #expect([panel.x.label, panel.y.label].sorted { $0 ?? "" > $1 ?? "" } == ["rule", "loss"])
    #expect((panel.x.names == nil ? panel.y : panel.x).label == "rule")
  }

  @Test func aMissedTargetIsNoDivergence() throws {
    let spec = """
      { "name": "rates", "seeds": 1, "problems": [{ "model": "beale", "epochs": 2, "targets": [1] }],
        "optimizers": [{ "name": "a, 1", "kind": "sgd", "learning_rate": 1 },
                       { "name": "a, 2", "kind": "sgd", "learning_rate": 2 }] }
      """
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(spec.utf8).write(to: file)
    let plan = try Plan(ExperimentSpec.read(path: file.path, cells: .standard))
    let records = [SmallExperiment.record([3, 2, 0.5]), SmallExperiment.record([3, 2, 2])]
    var maker = FigureMaker(
      Comparison(
        ResultSet(plan: plan, records: Dictionary(uniqueKeysWithValues: zip(plan.runs, records)))),
      look: FigureLook())
    for (quantity, label) in [
      (Quantity.epochsToTarget, "failed"), (.trainLoss, nil),
    ] {
      let found = try #require(
        maker.figures(SensitivityContent(quantity: quantity), FigureSpec()).first)
      #expect(found.figure.panels[0].rail?.label == label)
    }
  }

  /// A diverged run counts as the worst loss, but not where nobody has one.
  @Test func aTestFunctionHasNoValidationLossEvenWhereRunsDiverge() async throws {
    let figures = try await report(
      """
      { "name": "planes", "seeds": 2,
        "problems": [{ "model": "rosenbrock", "epochs": 9 }, { "model": "beale", "epochs": 9 }],
        "optimizers": [{ "name": "a 1", "kind": "sgd", "learning_rate": 1 },
                       { "name": "a 0.001", "kind": "sgd", "learning_rate": 0.001 }],
        "report": { "cells": [
          { "figure": "loss_curves" },
          { "figure": "loss_curves", "quantity": "validation_loss", "id": "none-1" },
          { "figure": "sensitivity", "id": "none-2" },
          { "figure": "sensitivity", "quantity": "train_loss", "id": "rates" }] } }
      """
    ).figures
    #expect(figures.map(\.figure.id) == ["loss", "rates"])
    #expect(figures[0].figure.panels.map(\.title) == ["rosenbrock", "beale"])
  }

  @Test(arguments: [
    ("Adam, 0.1", "Adam, 0.01", "Adam"), ("SGD 1e-3", "SGD 1e-4", "SGD"),
    ("Adam (lr 0.5)", "Adam (lr 0.1)", "Adam"), ("A2 lr=1", "A2 lr=10", "A2"),
    ("Flr 1", "Flr 2", "Flr"), ("0.1", "0.2", "sgd"), ("lr=0.1, Heavy", "lr=0.01, Heavy", "Heavy"),
    ("lr 1", "lr 2", "sgd"),
  ])
  func curvesOfRatesAreNamedWithoutThem(one: String, other: String, name: String) async throws {
    let tables = try await report(
      """
      { "name": "rates", "seeds": 1, "problems": [{ "model": "beale", "epochs": 2 }],
        "optimizers": [{ "name": "\(one)", "kind": "sgd", "learning_rate": 0.001 },
                       { "name": "\(other)", "kind": "sgd", "learning_rate": 0.01 }],
        "report": { "cells": [
          { "figure": "sensitivity", "quantity": "train_loss", "id": "rates" }] } }
      """
    ).tables
    let table = try #require(tables.first { $0.path == "figures/rates.csv" })
    let rows = String(decoding: table.bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    #expect(rows.count == 2 && rows.allSatisfy { $0.hasPrefix("beale,\(name),") }, "\(rows)")
  }

  /// A paper has one figure for nine optimizers; SGD and Adam differ in it by 10⁻⁸ and are one curve.
  @Test func whatASpecAsksForIsOneFigure() async throws {
    let kinds = [
      "sgd", "adam", "adamw", "nadam", "rmsprop", "adagrad", "adamax", "radam", "adadelta",
    ]
    let optimizers = kinds.map { "{ \"name\": \"\($0)\", \"kind\": \"\($0)\" }" }
    let report = try await report(
      """
      { "name": "nine", "seeds": 1, "problems": [{ "model": "beale", "epochs": 2 }],
        "optimizers": [\(optimizers.joined(separator: ", "))],
        "report": { "cells": [
          { "figure": "loss_curves" }, { "figure": "effective_step" },
          { "figure": "effective_step", "optimizers": ["sgd", "adam"], "id": "same" },
          { "section": "results" }] } }
      """)
    #expect(report.figures.map(\.figure.id).prefix(2) == ["loss-beale", "effective-step"])
    // The results show the seven best rules, and all of them in two figures.
    #expect(report.figures.count == 5)
    #expect(report.figures[0].figure.panels[0].marks.count == 9)
    let steps = report.figures[1].figure
    #expect(steps.description.contains("sgd, adam, adamw, adamax from 1.00 to 1.00;"))
    #expect(report.gaps.map(\.id) == ["same"])
    #expect(steps.panels[0].marks.count == 6)
  }

  @Test func whichLossItIsStandsBeforeALongName() async throws {
    let name = String(repeating: "long ", count: 12) + "name"
    let problem = { (name: String) in
      """
      { "name": "\(name)", "dataset": "iris", "model": "softmax", "epochs": 1 }
      """
    }
    let report = try await report(
      """
      { "name": "long", "seeds": 1, "problems": [\(problem(name)), \(problem("iris"))],
        "optimizers": [{ "name": "a", "kind": "sgd" }],
        "report": { "style": "ieee", "cells": [{ "figure": "loss_curves" }] } }
      """)
    let titles = try #require(report.figures.first).figure.panels.compactMap(\.title)
    #expect(
      titles == ["Training: \(name)", "Validation: \(name)", "Training: iris", "Validation: iris"])
  }

  @Test func captionsClaimNothingThatIsNotDrawn() async throws {
    let report = try await report(
      """
      { "name": "one", "seeds": 1,
        "problems": [{ "model": "beale", "epochs": 9 }, { "model": "himmelblau", "epochs": 9 }],
        "optimizers": [{ "name": "a", "kind": "sgd", "learning_rate": 0.001 },
                       { "name": "b", "kind": "sgd", "learning_rate": 0.01 }],
        "report": { "cells": [
          { "figure": "box_strip", "quantity": "train_loss" }, { "figure": "time_to_target" },
          { "figure": "forest", "quantity": "train_loss" }, { "figure": "critical_difference" },
          { "figure": "sensitivity", "quantity": "train_loss" }] } }
      """)
    let text = MarkdownWriter().markdown(report.document)
    #expect(report.figures.count == 5)
    for claim in ["1 seeds", "quartiles", "bootstrap", "arrow", "medians"] {
      #expect(!text.contains(claim), "\(claim)")
    }
  }

  /// The report of a spec's text, with its runs.
  private func report(_ spec: String) async throws -> Report {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(spec.utf8).write(to: file)
    let plan = try Plan(ExperimentSpec.read(path: file.path, cells: .standard))
    let results = await Scheduler(jobs: 1).run(plan)
    return Report(results, versions: [])
  }

  @Test func effectiveStepsAreTheOnesThatAreDrawn() throws {
    let rows = try rows(figure(EffectiveStepContent()))
    let updates = rows.dropFirst().compactMap { row in Int(row.split(separator: ",")[1]) }
    #expect(updates.count == rows.count - 1)
    let first = updates[..<(updates.count / 2)]
    #expect(Array(first[..<50]) == Array(1...50) && first.last == 1000)
    #expect(first.count < 200)
    #expect(zip(first, first.dropFirst()).allSatisfy { $0 < $1 && 30 * ($1 - $0) <= max(30, $0) })
  }
}
