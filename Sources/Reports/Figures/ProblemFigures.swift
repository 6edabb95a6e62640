import Analysis
import Experiments
import Plotting
import Specs
import Statistics

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
  /// "On …, " and the full stop; nil for nothing to say.
  func finding(_ problem: ProblemComparison) -> String?
  /// The numbers of a problem's panel.
  func append(_ problem: ProblemComparison, to table: inout CSVText)
  /// The columns of these numbers, after the problem.
  var columns: [String] { get }
}

extension ProblemFigures {
  func finding(_ problem: ProblemComparison) -> String? { nil }

  /// One figure with a panel for each problem of `spec` that has something to show.
  func draft(_ spec: FigureSpec, comparison: Comparison) -> FigureDraft? {
    let indices = spec.problems ?? Array(comparison.problems.indices)
    let shown = indices.compactMap { index in
      content(comparison.problems[index]).map { (index: index, content: $0) }
    }
    guard !shown.isEmpty else { return nil }
    let names = shown.map { comparison.problems[$0.index].problem.spec.name }
    let contents = zip(shown, names).map { item, name -> Content in
      var content = item.content
      if shown.count > 1 { content.title = name }
      return content
    }
    let findings = zip(shown, names).compactMap { item, name in
      finding(comparison.problems[item.index]).map { " On \(name), \($0)." }
    }
    let text =
      "\(subject) on \(names.joined(separator: ", "))." + findings.joined() + " \(explanation)"
    let figure = Figure(
      id: "", contents, columns: min(2, contents.count),
      style: spec.look.figureStyle(narrow: shown.count == 1 ? 5.5 : nil), width: spec.look.width,
      alternativeText: text, description: text)
    var table = CSVText(header: ["problem"] + columns)
    for item in shown { append(comparison.problems[item.index], to: &table) }
    return FigureDraft(
      prefix: Self.prefix, name: names.count == 1 ? names[0] : "",
      problem: shown.count == 1 ? shown[0].index : nil, figure: figure,
      caption: [.text("\(subject) on ")] + .names(names) + [.text(". \(explanation)")],
      data: table.bytes)
  }
}

/// The runs of a figure: which optimizers it shows, and their styles.
struct FigureScope {
  let comparison: Comparison
  let spec: FigureSpec
  let styles: [String: SeriesStyle]

  /// The contenders on `problem` that the figure shows, by position: those of the optimizers that
  /// the spec asks for, in its order, as far as they have runs.
  func contenders(_ problem: ProblemComparison) -> [Int] {
    let all = problem.contenders.indices.filter { !problem.contenders[$0].runs.isEmpty }
    return spec.optimizers.map { optimizers in
      optimizers.flatMap { optimizer in
        all.filter { problem.contenders[$0].contender.optimizer == optimizer }
      }
    } ?? all
  }

  /// All contenders that the figure shows, each as on its first problem.
  var contenders: [Contender] {
    var known: Set<String> = []
    return problems.flatMap { problem in
      contenders(problem).map { problem.contenders[$0].contender }
    }.filter { known.insert($0.name).inserted }
  }

  /// Their names.
  var names: [String] { contenders.map(\.name) }

  /// The names of those that compete on all of `problems`.
  func names(onAll problems: [ProblemComparison]) -> [String] {
    names.filter { name in
      problems.allSatisfy { problem in
        problem.position(of: name).map { contenders(problem).contains($0) } ?? false
      }
    }
  }

  /// The problems that the spec asks for; without a word of it all.
  var problems: [ProblemComparison] {
    let all = comparison.problems
    return spec.problems.map { $0.map { all[$0] } } ?? all
  }

  var seedCount: Int { comparison.seedCount }

  /// The style of a contender, the same in every figure.
  func style(_ name: String) -> SeriesStyle { styles[name] ?? SeriesStyle(index: 0) }

  /// What was observed of a quantity; nil where there is nothing.
  func observations(
    _ quantity: FigureQuantity, _ problem: ProblemComparison, _ contender: Int
  ) -> Observations? {
    Quantity(rawValue: quantity.rawValue).flatMap {
      problem.contenders[contender].observations[$0]
    }
  }

  /// The name of a quantity on an axis.
  func title(_ quantity: FigureQuantity, _ problem: ProblemComparison) -> String {
    Quantity(rawValue: quantity.rawValue)?.title(problem.problem.metric) ?? quantity.rawValue
  }

  /// Whether a logarithmic axis suits a quantity: losses and times that are all above 0.
  func scale(_ quantity: FigureQuantity, _ values: [Double]) -> Axis.Scale {
    let isRatioScaled = quantity != .testMetric
    return isRatioScaled && values.allSatisfy { $0 > 0 } ? .logarithmic : .linear
  }
}

extension [Inline] {
  /// The names of problems in a caption, parted by commas.
  static func names(_ names: [String]) -> [Inline] {
    Array(names.map { [Inline.emphasis([.text($0)])] }.joined(separator: [", "]))
  }
}

extension FigureQuantity {
  /// Its name at the start of a sentence.
  var heading: String {
    let words = rawValue.replacing("_", with: " ").replacing("train ", with: "training ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
