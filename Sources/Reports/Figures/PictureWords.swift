/// What a figure shows, in words: a title of a few, an alternative text of a sentence or two, and a
/// description of any length.
///
/// The alternative text is made of whole names and whole numbers: what does not fit is counted, never cut.
struct PictureWords: Hashable {
  /// What a reader sees: a sentence that lists parts, of which what must be known first comes first.
  struct Finding: Hashable {
    /// How the sentence begins, with a space before the first part where it needs one.
    var opening = ""
    /// What it lists.
    var parts: [String]
    /// What stands between two parts.
    var separator = "; "
    /// Whether a shorter text says how many parts it leaves out.
    var countsRest = true

    /// The whole sentence.
    var full: String { opening + parts.joined(separator: separator) + "." }

    /// The sentence with the first parts, as many as fit; nil where none does.
    func shortened(to most: Int) -> String? {
      if full.count <= most { return full }
      for count in stride(from: parts.count - 1, to: 0, by: -1) {
        let rest = countsRest ? " and \(parts.count - count) more" : ""
        let text = opening + parts.prefix(count).joined(separator: separator) + rest + "."
        if text.count <= most { return text }
      }
      return nil
    }
  }

  /// The most characters of an alternative text.
  static let mostCharacters = 300
  /// The most findings in an alternative text.
  private static let mostFindings = 2
  /// The most characters of a title.
  private static let mostOfTitle = 120

  /// What is shown, such as "Loss curves", at the start of a sentence.
  var subject: String
  /// The problems on which it is shown; none where that goes without saying.
  var problems: [String] = []
  /// What else belongs to it, after the problems, with a space or a comma before it.
  var rest = ""
  /// What a reader sees, the most telling first.
  var findings: [Finding] = []
  /// How to read the picture, in whole sentences.
  var explanation = ""
  /// The description, where it says all of that in words of its own.
  var whole: String?

  /// All of it.
  var description: String {
    if let whole { return whole }
    return ([opening(problems)] + findings.map(\.full) + [explanation]).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// A sentence or two.
  var alternative: String {
    // Half of the room for what is shown, so that what is seen has some, too.
    var text = shortOpening(to: Self.mostCharacters / 2)
    for finding in findings.prefix(Self.mostFindings) {
      guard let sentence = finding.shortened(to: Self.mostCharacters - text.count - 1) else {
        break
      }
      text += " " + sentence
    }
    return text
  }

  /// What is shown, without a full stop.
  var title: String {
    var words = self
    words.rest = ""
    return String(words.shortOpening(to: Self.mostOfTitle).dropLast())
  }

  private func opening(_ names: [String]) -> String {
    subject + (names.isEmpty ? "" : " on " + names.joined(separator: ", ")) + rest + "."
  }

  /// With the names of the problems as far as there is room, else their number.
  private func shortOpening(to most: Int) -> String {
    let isMany = problems.count > Lists.most
    let listed =
      isMany
      ? problems.prefix(Lists.most - 1).joined(separator: ", ")
        + " and \(problems.count - Lists.most + 1) more"
      : problems.joined(separator: ", ")
    let text = opening(problems.isEmpty ? [] : [listed])
    guard text.count > most, !problems.isEmpty else { return text }
    return opening([problems.count == 1 ? "one problem" : "\(problems.count) problems"])
  }
}
