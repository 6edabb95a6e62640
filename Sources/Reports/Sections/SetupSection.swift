import Diagnostics
import Datasets
import Experiments
import Kernels
import Models
import Optimizers
import Specs
import Training

extension ReportSection {
  /// Problems and optimizers, and how long the optimizers' steps are.
  static let setup = ReportSection("setup") { composer in
    let blocks = SetupSection(plan: composer.comparison.plan).blocks(&composer.numbering)
    let steps = composer.figures(EffectiveStepContent(), FigureSpec())
    return blocks
      + (steps.isEmpty ? [] : [.heading(level: 3, ["Effective step"])] + steps)
  }
}

/// What ran: the problems, and every optimizer with its rule and each resolved hyperparameter.
struct SetupSection {
  let plan: Plan

  func blocks(_ numbering: inout Numbering) -> [Block] {
    [.heading(level: 2, ["Setup"])] + problems(&numbering) + optimizers(&numbering)
  }

  // MARK: Problems

  private func problems(_ numbering: inout Numbering) -> [Block] {
    let table = Table(
      number: numbering.nextTable(), kind: "problems",
      caption: [.text("The problem\(plan.problems.count == 1 ? "" : "s").")],
      columns: [
        Table.Column(["problem"]), Table.Column(["data set"]),
        Table.Column(
          ["examples × features"], isNumeric: true, fields: ["examples", "features"]),
        Table.Column(
          ["train / validation / test"], isNumeric: true, fields: ["train", "validation", "test"]),
        Table.Column(["model"]),
        Table.Column(["epochs"], isNumeric: true), Table.Column(["batch"], isNumeric: true),
      ],
      rows: plan.problems.map { problem in
        [
          [.text(problem.spec.name)],
          [.text(problem.dataset?.name ?? "none")],
          shape(problem), sizes(problem),
          [.text(problem.spec.model.phrase)],
          [.text("\(problem.spec.budget.epochs)")],
          [.text(problem.spec.budget.batchSize.phrase)],
        ]
      })
    return [.table(table), .list(plan.problems.indices.flatMap(remarks))]
  }

  private func shape(_ problem: PlannedProblem) -> Table.Cell {
    guard let dataset = problem.dataset else { return [] }
    let counts = [dataset.exampleCount, dataset.featureCount]
    return row(of: counts, between: " × ")
  }

  private func sizes(_ problem: PlannedProblem) -> Table.Cell {
    guard let sizes = problem.sizes else { return [] }
    return row(of: [sizes.training, sizes.validation, sizes.test], between: " / ")
  }

  private func row(of counts: [Int], between sign: String) -> Table.Cell {
    Table.Cell(
      [.text(counts.map(String.init).joined(separator: sign))],
      fields: counts.map { .number(Double($0)) })
  }

  /// What a reader must know of a problem beyond the table.
  private func remarks(_ index: Int) -> [[Inline]] {
    let problem = plan.problems[index]
    let name: [Inline] = [.emphasis([.text(problem.spec.name)]), ": "]
    var remarks: [[Inline]] = [
      name + [.text(problem.spec.model.definition(metric: problem.metric))]
    ]
    let scaled = scaling(problem.spec)
    if !scaled.isEmpty { remarks.append(name + [.text(scaled)]) }
    if let stop = problem.spec.budget.stop {
      remarks.append(
        name + [
          .text("a run stops early after \(counted(stop.patience, "epoch")) in which "),
          .code(stop.watch.rawValue),
          .text(
            " has not fallen by more than \(NumberText.exact(stop.minimumDelta)) below "
              + "its best."),
        ])
    }
    remarks += (ClassText(plan, problem: index)?.remarks ?? []).map { name + [.text("\($0).")] }
    guard let provenance = problem.dataset?.provenance else { return remarks }
    var source = "data from \(provenance.source)"
    if let licence = provenance.licence { source += ", licence \(licence)" }
    source += "."
    if let citation = provenance.citation { source += " \(citation)" }
    remarks.append(name + [.text(source)])
    return remarks + provenance.remarks.map { name + [.text($0)] }
  }

  private func scaling(_ problem: ProblemSpec) -> String {
    let what =
      switch (problem.standardize, problem.standardizeTarget) {
      case (.none, .none): ""
      case (.train, .none): "features are"
      case (.none, .train): "the target is"
      case (.train, .train): "features and target are"
      }
    guard !what.isEmpty else { return "" }
    let unit =
      problem.standardizeTarget == .train
      ? "; losses are in the scaled unit, RMSE in the target’s own" : ""
    return "\(what) scaled to mean 0 and standard deviation 1 on the training rows\(unit)."
  }

  // MARK: Optimizers

  /// Optimizers of the same rule share its formula and a table.
  private func optimizers(_ numbering: inout Numbering) -> [Block] {
    var blocks: [Block] = []
    var groups: [[OptimizerSpec]] = []
    for optimizer in plan.spec.optimizers where optimizer.tuned == nil {
      let same = groups.firstIndex { group in
        group[0].configuration.kind == optimizer.configuration.kind
          && group[0].configuration.variant == optimizer.configuration.variant
          && group[0].configuration.formula == optimizer.configuration.formula
      }
      if let same { groups[same].append(optimizer) } else { groups.append([optimizer]) }
    }
    for group in groups {
      blocks += rule(of: group[0].configuration)
      for first in stride(from: 0, to: group.count, by: 6) {
        let part = Array(group[first..<min(first + 6, group.count)])
        blocks.append(.table(hyperparameters(of: part, number: numbering.nextTable())))
      }
    }
    return blocks
  }

  private func rule(of configuration: OptimizerConfiguration) -> [Block] {
    let description = configuration.kind.description(variant: configuration.variant)
    var heading: [Inline] = [.text(description.title), ": ", .code(configuration.kind.rawValue)]
    if let variant = configuration.variant { heading += [", variant ", .code(variant)] }

    return [.heading(level: 3, heading)] + OptimizerText.blocks(configuration)
  }

  /// What a rule's table is named after.
  private func subject(of configuration: OptimizerConfiguration) -> String {
    [configuration.kind.rawValue, configuration.variant].compactMap { $0 }.joined(separator: " ")
  }

  private func hyperparameters(of group: [OptimizerSpec], number: Int) -> Table {
    let declared = group[0].configuration.kind.hyperparameters(
      variant: group[0].configuration.variant)
    var rows: [[Table.Cell]] = declared.compactMap { hyperparameter in
      let values = group.map { $0.configuration.values[hyperparameter.name] }
      guard values.contains(where: { $0 != nil }) else { return nil }
      // Which parameters decay is nothing to tell where none does.
      if hyperparameter.isAboutDecay, !group.contains(where: \.configuration.hasDecay) {
        return nil
      }
      return [[.code(hyperparameter.name)], Table.Cell(symbol(hyperparameter))]
        + values.map { [.text($0.map(OptimizerText.value) ?? "off")] }
    }
    if group.contains(where: { $0.configuration.schedule != .constant }) {
      rows.append(
        [[.code("schedule")], []]
          + group.map { [.text(OptimizerText.schedule($0.configuration.schedule))] })
    }
    if group.contains(where: { $0.configuration.lookahead != nil }) {
      rows.append(
        [[.code("lookahead")], []]
          + group.map { [.text(OptimizerText.lookahead($0.configuration.lookahead))] })
    }
    return Table(
      number: number, kind: "hyperparameters", subject: subject(of: group[0].configuration),
      caption: ["Every hyperparameter, defaults included."],
      columns: [Table.Column(["hyperparameter"]), Table.Column(["symbol"])]
        + group.map { Table.Column([.text($0.name)], isNumeric: true) },
      rows: rows)
  }
}

/// The symbol of a hyperparameter; nothing for a switch, whose symbol would be its name.
private func symbol(_ hyperparameter: Hyperparameter) -> [Inline] {
  hyperparameter.symbol.contains("mathrm") ? [] : [.math(hyperparameter.symbol)]
}

extension BatchSize {
  /// The batch size in a table cell.
  var phrase: String {
    switch self {
    case .full: "full"
    case .examples(let count): "\(count)"
    }
  }
}
