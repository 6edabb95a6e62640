import Diagnostics
import Experiments
import Kernels
import Plotting
import Specs
import Tuning

extension TunedProblem {
  /// What a search makes small, in a few words, such as an axis has.
  var objective: String {
    guard plan.problems[problem].dataset != nil else { return "value of the function" }
    return (plan.spec.tuning?.objective.rawValue ?? "value").replacing("_", with: " ")
  }

  /// What the value of a trial is, a sentence.
  var valueWords: String {
    let count = plan.tuningSeeds(of: problem).count
    let value = "The value of a trial is the"
    if plan.spec.tuning?.seeds == .shared {
      return "\(value) \(objective) on the seed that the results are from."
    }
    guard plan.problems[problem].dependsOnSeed else {
      return "\(value) \(objective) where its run ends."
    }
    return count == 1
      ? "\(value) \(objective) on the one tuning seed."
      : "\(value) median of the \(objective) over the \(counted(count, "tuning seed"))."
  }

  /// That trials of several studies are drawn alike, a sentence with a space before it; "" for one study.
  var studiesWords: String {
    guard studyCount > 1 else { return "" }
    let studies = studyCount == 2 ? "both studies" : "all \(studyCount) studies"
    return " The trials of \(studies) are taken together."
  }

  /// How many trials have no place among the others, a sentence.
  ///
  /// - Parameters:
  ///   - verb: what they do, of one and of several.
  ///   - place: where they do it.
  func outcastWords(_ verb: (one: String, several: String), _ place: String) -> String {
    let (count, offScale) = (trials.count, offScaleCount)
    let diverged = trials.count { !$0.value.isFinite }
    let whole = "of \(counted(count, "trial"))"
    if diverged + offScale == 0 {
      return count == 1 ? "The one trial did not diverge." : "None of the \(count) trials diverged."
    }
    let isHalf = plan.tuningSeeds(of: problem).count > 1
    let half = isHalf ? ", in at least half of \(diverged == 1 ? "its" : "their") runs," : ""
    if offScale == 0 {
      return
        "\(diverged) \(whole) diverged\(half) and \(diverged == 1 ? verb.one : verb.several) \(place)."
    }
    let limits = scope.spec.y
    let far =
      limits.lower == nil && limits.upper == nil ? "far off the others" : "outside the limits"
    let values = "\(offScale == 1 ? "has a value" : "have values") \(far)"
    if diverged == 0 {
      return
        "\(offScale) \(whole) \(values) and \(offScale == 1 ? verb.one : verb.several) "
        + "\(place); none diverged."
    }
    return
      "\(diverged) \(whole) diverged\(half)\(isHalf ? "" : ",") and \(offScale) \(values); they "
      + "\(verb.several) \(place)."
  }

  /// A figure of these searches.
  ///
  /// - Parameters:
  ///   - subject: what it shows, before "on" and the problem.
  ///   - findings: what a reader sees in it, from the data, the best first.
  ///   - explanation: how to read it, in whole sentences.
  ///   - optimizer: the optimizer that it is of, where it is of one of several.
  func draft(
    _ prefix: String, _ contents: [some FigureKind], optimizer: String? = nil, columns: Int = 1,
    sharesX: Bool = false, sharesY: Bool = false, legend: LegendPolicy = .automatic,
    narrow: Double? = 5.5, subject: String, findings: [PictureWords.Finding], explanation: String,
    table: CSVText
  ) -> FigureDraft {
    let look = scope.spec.look
    let of = optimizer.map { " with \($0)" } ?? ""
    let figure = Figure(
      id: "", contents, columns: columns, sharesX: sharesX, sharesY: sharesY, legend: legend,
      style: look.figureStyle(narrow: contents.count == 1 ? narrow : nil), width: look.chosenWidth)
    return FigureDraft(
      prefix: prefix, name: [name, optimizer].compactMap(\.self).joined(separator: " "),
      problem: problem, figure: figure,
      words: PictureWords(
        subject: subject, problems: [name], rest: of, findings: findings, explanation: explanation),
      caption: [
        .text("\(subject) on "), .emphasis([.text(name)]), .text("\(of). \(explanation)"),
      ], data: table.bytes)
  }
}

extension SearchKey {
  /// Its name on an axis.
  var label: String { name.replacing("_", with: " ") }

  /// The axis on which its values lie evenly; the whole range is in view.
  var axis: Axis {
    Axis(
      label, scale: range.scale == .log ? .logarithmic : .linear,
      isWhole: range.isInteger, including: [range.low, range.high])
  }
}

extension [TunedSubject] {
  /// Those with the best trials first; at the end those whose trials all diverged.
  var bestFirst: [TunedSubject] {
    enumerated().sorted { one, other in
      (one.element.best?.value ?? .infinity, one.offset)
        < (other.element.best?.value ?? .infinity, other.offset)
    }.map(\.element)
  }
}

extension TunedSubject {
  /// The best trial with its setting: "0.213 at learning rate 0.01, beta1 0.9".
  var bestWords: String {
    guard let best else { return "all trials diverged" }
    let settings = zip(keys, best.point).map { "\($0.label) \(NumberText.short($1))" }
    return "\(NumberText.significant(best.value, 3)) at \(settings.joined(separator: ", "))"
  }
}
