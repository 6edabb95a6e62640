/// Chooses the ticks of an axis of a given length: the densest whose labels have room, among those
/// that leave no part of it bare.
struct TickChoice {
  let axis: Axis
  let scale: Scale
  let orientation: AxisLayout.Orientation
  /// The length of the axis in points.
  let length: Double
  let font: Font
  let ruler: TextRuler
  /// The font of what is said once beside the axis.
  let noteFont: Font
  /// How far numbers of a vertical axis may reach away from their ticks, if others can be had.
  var numberRoom = Double.infinity

  /// The ticks.
  var best: TickSet {
    var offered = candidates
    if orientation == .vertical {
      let narrow = offered.filter { widest($0) <= numberRoom }
      if !narrow.isEmpty { offered = narrow }
    }
    if axis.isReversed { offered = offered.map(\.reversed) }
    func rank(_ set: TickSet) -> Int {
      if set.isQuoted { return 0 }
      return set.leavesNoHalfBare ? 1 : set.reachesBothEnds ? 2 : 3
    }
    let ranked = offered.map { (rank: rank($0), set: $0) }
    let inOrder = (0...3).flatMap { rank in ranked.filter { $0.rank == rank }.map(\.set) }
    return inOrder.first(where: hasRoom) ?? thinned(inOrder)
  }

  /// About as many ticks as look well at this length.
  private var wished: Int {
    let room = orientation == .horizontal ? 6.5 * font.size : 3.4 * font.size
    return Int(max(3, min(8, length / room + 1)))
  }

  /// What all numbers have in common is said once where that has room beside the axis. Digits of
  /// long whole numbers are written out where at least three of them have room.
  private var candidates: [TickSet] {
    let found = sets(.once)
    guard found.contains(where: { !$0.note.isEmpty }) else { return found }
    let noted = found.filter { ruler.width($0.note, noteFont) <= length }
    let isOffset = found.contains { $0.note.count > 1 }
    return (isOffset ? sets(.eachDigit).filter(isRoomy) : [])
      + noted + (noted.count < found.count ? sets(.eachTick) : [])
  }

  /// Whether a set of long labels is worth its room.
  private func isRoomy(_ set: TickSet) -> Bool {
    let texts = set.major.compactMap(\.label?.text)
    return texts.count >= 3 && texts.allSatisfy { $0.count <= 12 && !$0.contains(".") }
      && (orientation == .horizontal || widest(set) <= 0.25 * length)
  }

  private func sets(_ notation: TickNotation.Place) -> [TickSet] {
    switch axis.scale {
    case .linear:
      LinearTicks(scale: scale, isWhole: axis.isWhole, notation: notation)
        .candidates(wished: wished)
    case .logarithmic:
      LogarithmicTicks(scale: scale, isWhole: axis.isWhole, notation: notation)
        .candidates(wished: wished)
    }
  }

  private func widest(_ set: TickSet) -> Double {
    set.major.compactMap { tick in tick.label.map { ruler.extents($0, font).width } }.max() ?? 0
  }

  // MARK: Room

  private func hasRoom(_ set: TickSet) -> Bool {
    let labelled = set.major.filter { $0.label != nil }
    return zip(labelled, labelled.dropFirst()).allSatisfy(isApart)
  }

  private func isApart(_ first: Tick, _ second: Tick) -> Bool {
    guard let one = first.label, let other = second.label else { return true }
    let gap = orientation == .horizontal ? 0.6 * font.size : 0.15 * font.size
    let distance = (second.position - first.position) * length
    return distance >= (extent(one) + extent(other)) / 2 + gap
  }

  /// How much of the axis a label takes.
  private func extent(_ label: TickLabel) -> Double {
    orientation == .horizontal ? ruler.extents(label, font).width : ruler.lineHeight(font)
  }

  /// Where no labels of a set stay apart: the first and the last of the set that has them farthest
  /// apart, or a single one.
  private func thinned(_ sets: [TickSet]) -> TickSet {
    func ends(_ set: TickSet) -> (Tick, Tick)? {
      let labelled = set.major.filter { $0.label != nil }
      guard let first = labelled.first, let last = labelled.last, labelled.count > 1,
        isApart(first, last)
      else { return nil }
      return (first, last)
    }
    let pairs = sets.compactMap { set in ends(set).map { (set: set, ends: $0) } }
    let widest = pairs.max { one, other in
      one.ends.1.position - one.ends.0.position < other.ends.1.position - other.ends.0.position
    }
    guard var result = widest?.set ?? sets.last else { return TickSet(major: []) }
    let kept = widest.map { [$0.ends.0, $0.ends.1] } ?? result.major.first.map { [$0] } ?? []
    for index in result.major.indices where !kept.contains(result.major[index]) {
      result.major[index].label = nil
    }
    return result
  }
}
