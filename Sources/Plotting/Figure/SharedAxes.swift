extension Figure {
  /// Lets all panels show the same range along an axis.
  ///
  /// - Parameter key: what asks for it, for the fault.
  /// - Returns: why they cannot: they measure different things; nil where they can.
  public mutating func share(
    _ axis: WritableKeyPath<Panel, Axis>, for key: String
  ) -> FigureFault? {
    let axes = panels.map { $0[keyPath: axis] }
    let labels = axes.compactMap(\.label).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    guard labels.count < 2 else {
      return FigureFault(
        subject: .key(key),
        message: "the panels have no common axis: they show "
          + labels.prefix(3).joined(separator: ", ") + (labels.count > 3 ? ", ..." : ""),
        help: "leave \(key.debugDescription.replacing("\"", with: "'")) out, or show problems that "
          + "are measured alike")
    }
    let common = Self.common(axes, of: panels, axis)
    for index in panels.indices { panels[index][keyPath: axis] = common }
    if axis == \Panel.x { sharesX = true } else { sharesY = true }
    return nil
  }

  /// Lets each panel have a range of its own along an axis.
  public mutating func part(_ axis: WritableKeyPath<Panel, Axis>) {
    if axis == \Panel.x {
      sharesX = false
    } else {
      sharesY = false
      for index in panels.indices { panels[index].yGroup = nil }
    }
  }

  /// One axis for several panels: it shows all that each of them would, and is linear where one of
  /// them has to be.
  private static func common(
    _ axes: [Axis], of panels: [Panel], _ axis: WritableKeyPath<Panel, Axis>
  ) -> Axis {
    guard var common = axes.first else { return Axis() }
    if axes.contains(where: { $0.scale == .linear }) { common.scale = .linear }
    common.isWhole = axes.allSatisfy(\.isWhole)
    common.including = axes.flatMap(\.including)
    func end(
      _ given: (Axis) -> Double?, _ found: (Domain) -> Double,
      _ farthest: ([Double]) -> Double?
    ) -> Double? {
      guard axes.contains(where: { given($0) != nil }) else { return nil }
      return farthest(
        zip(axes, panels).map { given($0) ?? found(PanelData.domain(of: $1, along: axis)) }
          .filter(\.isFinite))
    }
    common.lower = end(\.lower, \.least) { $0.min() }
    common.upper = end(\.upper, \.greatest) { $0.max() }
    return common
  }
}
