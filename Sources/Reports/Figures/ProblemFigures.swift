import Analysis
import Kernels
import Plotting

/// The figures of one kind with a panel for each problem, and what they are made from.
protocol ProblemFigures {
  /// The kind of panel.
  associatedtype Content: FigureKind
  /// What the names of its files begin with.
  static var prefix: String { get }
  /// The panel of a problem; nil where there is nothing to show.
  func content(_ problem: ProblemComparison) -> Content?
  /// What it shows, before "on" and the problems.
  var subject: String { get }
  /// Which statistic, which interval, which failures: one or more sentences.
  var explanation: String { get }
  /// What a reader sees in the panel of a problem, from the data: a sentence without the beginning
  /// "On …, ", which lists the best first; nil for nothing to say.
  func finding(_ problem: ProblemComparison) -> PictureWords.Finding?
  /// The numbers of a problem's panel.
  func append(_ problem: ProblemComparison, to table: inout CSVText)
  /// How many of the runs that some problems show diverged; empty where it shows none.
  func failures(_ problems: [ProblemComparison]) -> String
  /// A value to be reached, drawn as a line; nil for none.
  var target: Double? { get }
  /// The columns of these numbers, after the problem.
  var columns: [String] { get }
  /// Problems, optimizers and styles.
  var scope: FigureScope { get }
}

extension ProblemFigures {
  func finding(_ problem: ProblemComparison) -> PictureWords.Finding? { nil }
  var target: Double? { nil }
  func failures(_ problems: [ProblemComparison]) -> String { scope.failures(problems) }

  /// One figure with a panel for each problem of the scope that has something to show.
  var drafts: [FigureDraft] {
    let (spec, comparison) = (scope.spec, scope.comparison)
    let indices = spec.problems ?? Array(comparison.problems.indices)
    let shown = indices.compactMap { index in
      content(comparison.problems[index]).map { (index: index, content: $0) }
    }
    guard !shown.isEmpty else { return [] }
    let names = shown.map { comparison.problems[$0.index].problem.spec.name }
    let contents = zip(shown, names).map { item, name -> Content in
      var content = item.content
      if shown.count > 1 { content.title = name }
      return content
    }
    let findings = zip(shown, names).compactMap { item, name -> PictureWords.Finding? in
      guard var finding = finding(comparison.problems[item.index]) else { return nil }
      // The only problem has been named.
      finding.opening =
        shown.count == 1
        ? finding.opening.prefix(1).uppercased() + finding.opening.dropFirst()
        : "On \(name), \(finding.opening)"
      return finding
    }
    let line = target.map { "Dashed: the target, \(NumberText.short($0))." } ?? ""
    let explanation = [explanation, line, failures(shown.map { comparison.problems[$0.index] })]
      .filter { !$0.isEmpty }.joined(separator: " ")
    let words = PictureWords(
      subject: subject, problems: names, findings: findings, explanation: explanation)
    var figure = Figure(
      id: "", contents, columns: min(2, contents.count),
      style: spec.look.figureStyle(narrow: shown.count == 1 ? 5.5 : nil),
      width: spec.look.chosenWidth)
    if let target {
      for index in figure.panels.indices { figure.panels[index].draw(targetAt: target) }
    }
    var table = CSVText(header: ["problem"] + columns)
    for item in shown { append(comparison.problems[item.index], to: &table) }
    return [
      FigureDraft(
        prefix: Self.prefix, name: names.count == 1 ? names[0] : "",
        problem: shown.count == 1 ? shown[0].index : nil, figure: figure, words: words,
        caption: [.text("\(subject) on ")] + .names(names) + [.text(". \(explanation)")],
        data: table.bytes)
    ]
  }
}

extension [Inline] {
  /// The names of problems in a caption, parted by commas; of many the first two, and how many more.
  static func names(_ names: [String]) -> [Inline] {
    guard names.count <= 4 else { return Lists.problems(names) }
    return Array(names.map { [Inline.emphasis([.text($0)])] }.joined(separator: [", "]))
  }
}
