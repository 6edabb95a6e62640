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
  /// What all labels have in common and is said once beside the axis; empty for nothing.
  var note: [TickLabel] = []
  /// Whether its ends are those that a text quotes, so that it is taken before others.
  var isQuoted = false

  /// The same ticks in the order of their places when the axis runs the other way.
  var reversed: TickSet {
    TickSet(
      major: major.reversed(), minor: minor.reversed(), note: note, isQuoted: isQuoted)
  }

  /// The places of labelled ticks, in rising order.
  var labelled: [Double] { major.filter { $0.label != nil }.map(\.position).sorted() }

  /// Whether labels stand in the first and in the last two fifths of the axis.
  var reachesBothEnds: Bool {
    guard let first = labelled.first, let last = labelled.last else { return false }
    return first <= 0.4 + 1e-9 && last >= 0.6 - 1e-9
  }

  /// Whether they do, and no half of the axis, wherever it begins, is without a label.
  var leavesNoHalfBare: Bool {
    guard reachesBothEnds else { return false }
    let places = [0] + labelled + [1]
    return zip(places, places.dropFirst()).allSatisfy { $1 - $0 < 0.49 }
  }
}
