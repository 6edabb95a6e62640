import SpecLanguage

extension Listing {
  /// The kinds of figure.
  public static var figures: Listing {
    Listing(
      noun: "figure",
      entries: FigureKinds.all.map { kind in
        let keys = Keys(describing: FigureCell.key)
        _ = FigureCell.asked(of: keys, kind)
        return Entry(
          name: kind.name, summary: kind.summary, example: kind.example, keys: keys)
      })
  }

  /// The kinds of table.
  public static var tables: Listing {
    Listing(
      noun: "table",
      entries: TableKinds.all.map { kind in
        let keys = Keys(describing: TableCell.key)
        _ = TableCell.askedProblems(of: keys)
        return Entry(
          name: kind.name, summary: kind.summary,
          example: #"{ "\#(TableCell.key)": "\#(kind.name)" }"#, keys: keys)
      })
  }
}

extension Listing.Entry {
  /// What a cell of a report can be, with its keys.
  fileprivate init(name: String, summary: String, example: String, keys: Keys) {
    let keys = keys.declarations.map(KeyHelp.init)
    let width = keys.map(\.name.count).max() ?? 0
    let indent = String(repeating: " ", count: width + 4)
    let lines = keys.flatMap { key -> [String] in
      let name = key.name.padding(to: width)
      let parts = key.parts.map { "\(indent)  \($0.name): \($0.meaning)" }
      return ["  \(name)  \(key.meaning)", indent + Self.value(of: key)] + parts
    }
    self.init(
      name: name, summary: summary,
      details: (["\(name): \(summary)", "", "keys"] + lines + ["", "example", "  \(example)"])
        .joined(separator: "\n"))
  }

  /// What a key's value may be, and what it is without one.
  private static func value(of key: KeyHelp) -> String {
    let standard = key.standard.map { "; default \($0)" } ?? ""
    return key.expectation + (key.isRequired ? "; required" : standard)
  }
}

extension String {
  /// The text with spaces after it, `width` characters wide.
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
