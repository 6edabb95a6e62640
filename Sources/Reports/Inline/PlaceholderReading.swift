import Analysis
import Diagnostics
import SpecLanguage
import Specs

extension Shape<AuthoredText> {
  /// Markdown whose placeholders name what there is.
  static let markdown = Shape<String>.text.refined { text, value, _, decoding -> AuthoredText? in
    let placeholders = PlaceholderText(text)
    var reader = PlaceholderReader(decoding: decoding, range: value.range)
    if placeholders.isUnclosed {
      reader.fault("'{{' without '}}'", "close it, or write \\{{ for two braces")
    }
    let read = placeholders.sources.map { reader.read($0) }
    guard !reader.isFaulty else { return nil }
    return AuthoredText(text: placeholders, placeholders: read.compactMap { $0 })
  }
}

/// Markdown of an author's with what its placeholders mean.
struct AuthoredText: Sendable {
  let text: PlaceholderText
  let placeholders: [Placeholder]
}

/// Reads placeholders and notes their faults.
struct PlaceholderReader {
  private let decoding: Decoding
  private let range: Range<Int>
  private(set) var isFaulty = false

  init(decoding: Decoding, range: Range<Int>) {
    self.decoding = decoding
    self.range = range
  }

  mutating func fault(_ message: String, _ help: String?) {
    isFaulty = true
    decoding.fault(at: range, message, help)
  }

  mutating func read(_ source: String) -> Placeholder? {
    let source = source.trimmingSpaces
    if source.hasPrefix("@") {
      let id = String(source.dropFirst()).trimmingSpaces
      decoding.expect(id, of: "figure", at: range)
      return .reference(id)
    }
    var parts = source.split(separator: "/" as Character, omittingEmptySubsequences: false)
      .map { String($0).trimmingSpaces }
    guard parts.count == 4 || parts.count == 5 else {
      fault(
        "{{ \(source) }} has \(counted(parts.count, "part"))".visible,
        "expected problem/optimizer/quantity/statistic, problem/optimizer/rival/quantity/difference, or "
          + "@id")
      return nil
    }
    let digits = digits(of: &parts[parts.count - 1])
    if case .some(nil) = digits { return nil }
    let problem = position(parts[0], "problem")
    let names = parts[1...(parts.count - 3)].map { position($0, "optimizer") }
    let quantity = quantity(parts[parts.count - 2])
    if parts.count == 4 {
      let statistic: Placeholder.Statistic? = choice(parts[3], "statistic")
      guard let problem, let optimizer = names[0], let quantity, let statistic else { return nil }
      return .value(
        problem: problem, optimizer: optimizer, quantity: quantity, statistic, digits: digits ?? nil
      )
    }
    let statistic: Placeholder.ComparisonStatistic? = choice(parts[4], "statistic")
    guard let problem, let one = names[0], let other = names[1], let quantity, let statistic else {
      return nil
    }
    guard one != other else {
      fault("an optimizer is compared with itself", "name another one")
      return nil
    }
    guard statistic != (quantity.isMetric ? .ratio : .difference) else {
      fault(
        "\(quantity.rawValue) is compared by a \(quantity.isMetric ? "difference" : "ratio")",
        "write '\(quantity.isMetric ? "difference" : "ratio")'")
      return nil
    }
    return .comparison(
      problem: problem, one: one, other: other, quantity: quantity, statistic, digits: digits ?? nil
    )
  }

  /// The digits after a colon, taken off; nil without any, and a nil within where they are at fault.
  private mutating func digits(of part: inout String) -> Int?? {
    guard let colon = part.lastIndex(of: ":") else { return nil }
    let text = part[part.index(after: colon)...]
    guard let count = Int(text), (1...17).contains(count) else {
      fault("':\(text)' is no number of digits".visible, "expected 1 to 17")
      return .some(nil)
    }
    part = String(part[..<colon]).trimmingSpaces
    return count
  }

  private mutating func position(_ name: String, _ noun: String) -> Int? {
    let place = decoding.position(of: name, noun: noun, at: range)
    if place == nil { isFaulty = true }
    return place
  }

  private mutating func quantity(_ name: String) -> Quantity? {
    if let quantity = Quantity(rawValue: name) { return quantity }
    let names = Quantity.allCases.map(\.rawValue)
    fault(
      "no quantity is called \(name.quoted)", Spelling.help(for: name, among: names))
    return nil
  }

  private mutating func choice<Value: CaseIterable & RawRepresentable<String>>(
    _ name: String, _ noun: String
  ) -> Value? {
    if let value = Value(rawValue: name) { return value }
    fault(
      "no \(noun) is called \(name.quoted)",
      Spelling.help(for: name, among: Value.allCases.map(\.rawValue)))
    return nil
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// With what could play tricks on a terminal spelled out.
  fileprivate var visible: String { String(quoted.dropFirst().dropLast()) }
}
