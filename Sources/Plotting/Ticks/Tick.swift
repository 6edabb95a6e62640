/// A tick of an axis.
struct Tick: Sendable, Hashable {
  /// Its place as a share of the axis, from 0 at the start to 1 at the end.
  var position: Double
  /// What is written there; a minor tick has no label.
  var label: TickLabel?
}

/// Ticks that an axis might have, labelled ones and others.
struct TickSet: Sendable, Hashable {
  var major: [Tick]
  var minor: [Tick] = []

  /// The same ticks with that of the floor of `scale`, if it has one.
  func withFloor(of scale: Scale) -> TickSet {
    guard let floor = scale.floor, let place = scale.floorPlace else { return self }
    var ticks = self
    let tick = Tick(position: place, label: floor.label)
    ticks.major.insert(tick, at: place < 0.5 ? 0 : ticks.major.count)
    return ticks
  }

  /// The same ticks in the order of their places when the axis runs the other way.
  var reversed: TickSet { TickSet(major: major.reversed(), minor: minor.reversed()) }
}
