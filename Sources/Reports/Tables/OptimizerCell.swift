import Experiments

extension Plan {
  /// The optimizers that nothing was searched for, in the order of the spec, where others were tuned: neither tuned
  /// ones nor those that a tuned one stands beside.
  var untunedNames: [String] {
    let bases = Set(spec.optimizers.compactMap { $0.tuned?.base })
    guard !bases.isEmpty else { return [] }
    return spec.optimizers.enumerated().filter { $1.tuned == nil && !bases.contains($0) }
      .map(\.element.name)
  }

  /// An optimizer at the head of a row, marked where it was not tuned while others were; a file of data has its name
  /// alone.
  func optimizerCell(_ name: String) -> Table.Cell {
    Table.Cell(
      [.text(untunedNames.contains(name) ? "\(name), not tuned" : name)], fields: [.text(name)])
  }
}

extension Table.Column {
  /// A column of optimizers.
  static let optimizer = Table.Column(["optimizer"], fields: ["optimizer"])
}
