import Specs

/// The works that a report cites, numbered from 1 in the order of their first citation.
struct Citations {
  private let bibliography: Bibliography?
  private var cited: [BibliographyEntry] = []
  private var numbers: [String: Int] = [:]

  init(_ bibliography: Bibliography?) { self.bibliography = bibliography }

  /// A citation as a reader sees it, `[1, 3]`, each number a link to the list.
  mutating func inlines(for keys: [String]) -> [Inline] {
    let links = keys.compactMap { key -> [Inline]? in
      guard let number = number(of: key) else { return nil }
      return [.link([.text("\(number)")], to: "#\(Self.anchor(number))")]
    }
    let shown: [Inline] = [.text("[")] + links.joined(separator: [.text(", ")]) + [.text("]")]
    return [.citation(shown, keys: keys)]
  }

  private mutating func number(of key: String) -> Int? {
    if let number = numbers[key] { return number }
    guard let entry = bibliography?.entry(for: key) else { return nil }
    cited.append(entry)
    numbers[key] = cited.count
    return cited.count
  }

  private static func anchor(_ number: Int) -> String { "reference-\(number)" }

  /// The list of references; nothing where none is cited.
  var list: [Block] {
    guard !cited.isEmpty else { return [] }
    let items = cited.enumerated().map { index, entry in
      ItemList.Item(
        isDone: nil,
        blocks: [.paragraph([.anchor(Self.anchor(index + 1))] + ReferenceText(entry).inlines)])
    }
    return [
      .heading(level: 2, ["References"]), .items(ItemList(start: 1, isTight: true, items: items)),
    ]
  }
}
