import Diagnostics
import Experiments
import Kernels
import Plotting
import SpecLanguage
import Specs
import Tuning

/// The value of a grid search by two of its hyperparameters: a figure an optimizer.
struct SearchHeatMaps: SearchFigure {
  /// The names of the two hyperparameters, across and up; nil: the first two.
  var keys: [String]?

  static func asked(of keys: Keys) -> SearchHeatMaps? {
    let pair = keys.optional(
      "keys", .list(of: .choice(SpaceEntry.names.map { ($0, $0) }, of: "hyperparameter"), "names"),
      "the two hyperparameters, across and up; by default the first two")
    if let pair, pair.count != 2 || pair[0] == pair[1] {
      keys.fault(at: "keys", "a heat map has two different hyperparameters", "give two names")
      return nil
    }
    return SearchHeatMaps(keys: pair)
  }

  var need: String {
    guard let keys else { return "a search on a grid of two hyperparameters or more" }
    return "a search on a grid of \(keys[0]) and \(keys[1])"
  }

  func canShow(_ search: PlannedSearch, of plan: Plan) -> Bool {
    plan.spec.tuning?.sampler.kind.name == SamplerKind.grid.name
      && positions(plan.keys(of: search)) != nil
  }

  func drafts(_ problem: TunedProblem) -> [FigureDraft] {
    problem.subjects.compactMap { subject in
      positions(subject.keys).flatMap { draft(problem.with([subject]), subject, $0) }
    }
  }

  /// The positions of the two hyperparameters among those of a search; nil where it has them not.
  private func positions(_ own: [SearchKey]) -> (x: Int, y: Int)? {
    guard let keys else { return own.count > 1 ? (0, 1) : nil }
    guard let x = own.firstIndex(where: { $0.name == keys[0] }),
      let y = own.firstIndex(where: { $0.name == keys[1] })
    else { return nil }
    return (x, y)
  }

  private func draft(
    _ problem: TunedProblem, _ subject: TunedSubject, _ positions: (x: Int, y: Int)
  ) -> FigureDraft? {
    let grid = TrialGrid(subject.trials, x: positions.x, y: positions.y)
    guard grid.values.joined().contains(where: \.isFinite) else { return nil }
    let (x, y) = (subject.keys[positions.x], subject.keys[positions.y])
    var spec = problem.scope.spec
    spec.x.label = spec.x.label ?? x.label
    spec.y.label = spec.y.label ?? y.label
    let found = grid.values.joined().filter(\.isFinite)
    let beyond = found.count { !problem.window.holds($0) }
    let limits = problem.window.greatest.flatMap { greatest in
      beyond == 0 ? nil : found.min().map { [$0, greatest] }
    }
    let content = HeatMapContent(
      x: NumberText.distinct(grid.x), y: NumberText.distinct(grid.y),
      values: grid.values.map { row in row.map { $0.isFinite ? $0 : nil } },
      label: problem.objective, limits: limits, failure: "all trials diverged")
    let others = subject.keys.count - 2
    let least =
      others == 0
      ? ""
      : " A cell shows the least over the \(others == 1 ? "further hyperparameter" : "\(others) further ones")."
    let ends =
      beyond == 0
      ? ""
      : " Colours end at \(NumberText.significant(limits?.last ?? .nan, 3))."
    let diverged = grid.values.joined().count { !$0.isFinite }
    let hatched =
      diverged == 0
      ? ""
      : " Hatched: \(counted(diverged, "cell")) whose trials all diverged."
    return problem.draft(
      "heat-map", [content.content(spec)], optimizer: subject.name, legend: .below,
      subject: "Value by \(x.label) and \(y.label)",
      findings: [PictureWords.Finding(parts: ["The best is \(subject.bestWords)"])],
      explanation: "\(problem.valueWords)\(least)\(ends)\(hatched)",
      table: table(problem, subject, grid, x: x.name, y: y.name))
  }

  private func table(
    _ problem: TunedProblem, _ subject: TunedSubject, _ grid: TrialGrid, x: String, y: String
  ) -> CSVText {
    var table = CSVText(header: ["problem", "optimizer", x, y, "value"])
    for (row, values) in zip(grid.y, grid.values) {
      for (column, value) in zip(grid.x, values) {
        table.append(problem.name)
        table.append(subject.name)
        for number in [column, row, value] { table.append(number) }
        table.endRow()
      }
    }
    return table
  }
}

/// The least value of trials for every pair of the values that two hyperparameters had.
private struct TrialGrid {
  /// The values across, rising.
  let x: [Double]
  /// The values up, rising.
  let y: [Double]
  /// A row for each of `y` with the least value for each of `x`; ∞ where all diverged.
  private(set) var values: [[Double]]

  init(_ trials: [Trial], x first: Int, y second: Int) {
    let (columns, rows) = (
      Set(trials.map { $0.point[first] }).sorted(), Set(trials.map { $0.point[second] }).sorted()
    )
    (x, y) = (columns, rows)
    values = Array(repeating: Array(repeating: .infinity, count: columns.count), count: rows.count)
    for trial in trials {
      guard let column = columns.firstIndex(of: trial.point[first]),
        let row = rows.firstIndex(of: trial.point[second])
      else { continue }
      values[row][column] = min(values[row][column], trial.value)
    }
  }
}

extension NumberText {
  /// Short texts of different numbers that differ, too.
  static func distinct(_ numbers: [Double]) -> [String] {
    for digits in 3...6 {
      let texts = numbers.map { short($0, digits: digits) }
      if Set(texts).count == numbers.count { return texts }
    }
    return numbers.map(exact)
  }
}
