import Analysis
import Diagnostics
import SpecLanguage
import Specs

/// Reads placeholders and notes their faults.
struct PlaceholderReader {
  private let decoding: Decoding
  private let places: JSONTextPlaces
  private(set) var isFaulty = false

  /// - Parameter value: the text in the spec that the placeholders stand in.
  init(decoding: Decoding, value: JSONValue) {
    self.decoding = decoding
    places = decoding.places(in: value)
  }

  /// The bytes of the spec that a part of the text was written as.
  func range(of part: Range<Int>) -> Range<Int> { places.range(of: part) }

  /// Notes a fault at a part of the text.
  mutating func fault(_ part: Range<Int>, _ message: String, _ help: String?) {
    isFaulty = true
    decoding.fault(at: range(of: part), message, help)
  }

  /// What stands between the braces, which begins at `offset`; nil where it is at fault.
  mutating func read(_ text: String, at offset: Int) -> Placeholder? {
    let source = PlaceholderSource(text, at: offset)
    let parts = source.split(by: "/")
    // No id holds a slash, but names may begin with an @, and keys of works may hold anything.
    let isPath = (4...5).contains(parts.count)
    if !isPath, let id = source.dropping("@") { return reference(id) }
    let isProblem = isPath && decoding.names(of: "problem").contains(parts[0].text)
    if !isProblem, let keys = source.dropping("cite:") { return citation(keys) }
    guard isPath else {
      fault(
        source.range,
        "{{ \(source.text.visible) }} has \(counted(parts.count, "part"))",
        "expected problem/optimizer/quantity/statistic, problem/optimizer/rival/quantity/difference, "
          + "@id or cite:key")
      return nil
    }
    return parts.count == 4 ? number(parts) : comparison(parts)
  }

  private mutating func reference(_ id: PlaceholderSource) -> Placeholder {
    decoding.expect(id.text, of: Decoding.referable, at: range(of: id.range))
    return .reference(id.text)
  }

  private mutating func citation(_ keys: PlaceholderSource) -> Placeholder? {
    let keys = keys.split(by: ",")
    switch decoding[GivenBibliography.self] {
    // Its own fault is told already.
    case .faulty: break
    case .absent:
      fault(
        keys[0].range, "nothing can be cited without a bibliography",
        "name a BibTeX file in 'report': \"bibliography\": \"refs.bib\"")
    case .given(let bibliography):
      for key in keys where bibliography.entry(for: key.text) == nil {
        let (message, names) = (
          "no entry of \(bibliography.name.quoted) has the key \(key.text.quoted)",
          bibliography.entries.map(\.key)
        )
        fault(
          key.range, message,
          names.isEmpty ? "it has no entry at all" : Spelling.help(for: key.text, among: names))
      }
    }
    return isFaulty ? nil : .citation(keys.map(\.text))
  }

  private mutating func number(_ parts: [PlaceholderSource]) -> Placeholder? {
    let (name, digits, _) = digits(of: parts[3])
    let problem = position(parts[0], "problem")
    let optimizer = position(parts[1], "optimizer")
    let quantity = quantity(parts[2])
    let statistic: Placeholder.Statistic? = choice(name, "statistic")
    guard let problem, let optimizer, let quantity, let statistic else { return nil }
    return .value(
      problem: problem, optimizer: optimizer, quantity: quantity, statistic, digits: digits)
  }

  private mutating func comparison(_ parts: [PlaceholderSource]) -> Placeholder? {
    let (name, digits, asked) = digits(of: parts[4])
    let problem = position(parts[0], "problem")
    let one = position(parts[1], "optimizer")
    let other = position(parts[2], "optimizer")
    let quantity = quantity(parts[3])
    let statistic: Placeholder.ComparisonStatistic? = choice(name, "statistic")
    guard let problem, let one, let other, let quantity, let statistic else { return nil }
    guard one != other else {
      fault(parts[2].range, "an optimizer is compared with itself", "name another one")
      return nil
    }
    guard statistic != (quantity.isRatioScaled ? .difference : .ratio) else {
      let meant = quantity.isRatioScaled ? "ratio" : "difference"
      fault(name.range, "\(quantity.rawValue) is compared by a \(meant)", "write '\(meant)'")
      return nil
    }
    if statistic == .verdict, digits != nil, let asked {
      fault(
        asked.range, "a verdict is a word and has no digits", "leave ':\(asked.text.visible)' out")
      return nil
    }
    return .comparison(
      problem: problem, one: one, other: other, quantity: quantity, statistic, digits: digits)
  }

  /// The name of a statistic and the digits after it; nil without any, and where they are at fault.
  private mutating func digits(
    of part: PlaceholderSource
  ) -> (name: PlaceholderSource, digits: Int?, asked: PlaceholderSource?) {
    let parts = part.split(by: ":")
    guard parts.count > 1 else { return (part, nil, nil) }
    let asked = PlaceholderSource(
      parts[1...].map(\.text).joined(separator: ":"), at: parts[1].range.lowerBound)
    let isPlain = asked.text.allSatisfy { ("0"..."9").contains($0) }
    if isPlain, let count = Int(asked.text), (1...17).contains(count) {
      return (parts[0], count, asked)
    }
    fault(asked.range, "':\(asked.text.visible)' is no number of digits", "expected 1 to 17")
    return (parts[0], nil, asked)
  }

  private mutating func position(_ name: PlaceholderSource, _ noun: String) -> Int? {
    let place = decoding.position(
      of: name.text, noun: noun, at: range(of: name.range))
    if place == nil { isFaulty = true }
    return place
  }

  private mutating func quantity(_ name: PlaceholderSource) -> Quantity? {
    if let quantity = Quantity(rawValue: name.text) { return quantity }
    let names = Quantity.allCases.map(\.rawValue)
    fault(
      name.range, "no quantity is called \(name.text.quoted)",
      Spelling.help(for: name.text, among: names))
    return nil
  }

  private mutating func choice<Value: CaseIterable & RawRepresentable<String>>(
    _ name: PlaceholderSource, _ noun: String
  ) -> Value? {
    if let value = Value(rawValue: name.text) { return value }
    fault(
      name.range, "no \(noun) is called \(name.text.quoted)",
      Spelling.help(for: name.text, among: Value.allCases.map(\.rawValue)))
    return nil
  }
}
