extension Figure {
  /// Calls series, groups and rows something else wherever the figure names them.
  ///
  /// - Parameter names: the new names by the old ones; parts with other names stay as they are.
  /// - Returns: the old names that the figure had.
  @discardableResult
  public mutating func rename(_ names: [String: String]) -> Set<String> {
    guard !names.isEmpty else { return [] }
    let old = texts
    for index in panels.indices { panels[index].rename(names) }
    // A text is a name, or ends in one.
    return Set(
      zip(old, texts).filter { $0 != $1 }.flatMap { old, _ in
        names.keys.contains(old) ? [old] : names.keys.filter { old.hasSuffix(" to \($0)") }
      })
  }
}

extension Panel {
  fileprivate mutating func rename(_ names: [String: String]) {
    func renamed(_ name: String?) -> String? { name.map { names[$0] ?? $0 } }
    func renamed(_ list: [Axis.Name]) -> [Axis.Name] {
      list.map { Axis.Name(names[$0.text] ?? $0.text, at: $0.value) }
    }
    title = renamed(title)
    for (old, new) in names {
      x.label = x.label?.replacingEnd(" to \(old)", with: " to \(new)")
      y.label = y.label?.replacingEnd(" to \(old)", with: " to \(new)")
    }
    rightNames = renamed(rightNames)
    x.names = x.names.map(renamed)
    y.names = y.names.map(renamed)
    if var rail {
      for row in rail.rows.indices { rail.rows[row].name = renamed(rail.rows[row].name) }
      self.rail = rail
    }
    marks = marks.map { mark in
      switch mark {
      case .line(var line):
        line.name = renamed(line.name)
        return .line(line)
      case .points(var points):
        points.name = renamed(points.name)
        return .points(points)
      default: return mark
      }
    }
  }
}

extension String {
  fileprivate func replacingEnd(_ end: String, with other: String) -> String {
    hasSuffix(end) ? dropLast(end.count) + other : self
  }
}
