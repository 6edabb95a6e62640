import Kernels

/// Mean ranks on a line, with bars that join what a test does not tell apart (Demšar 2006).
public struct CriticalDifference: FigureKind {
  /// One optimizer.
  public struct Entry: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its mean rank; 1 is best.
    public var rank: Double
    /// Its look; only the colour is used.
    public var style: SeriesStyle?

    /// Makes an entry.
    public init(_ name: String, rank: Double, style: SeriesStyle? = nil) {
      self.name = name
      self.rank = rank
      self.style = style
    }
  }

  /// The heading over the panel.
  public var title: String?
  /// The optimizers, in any order.
  public var entries: [Entry]
  /// The least and the greatest rank of each group that is not told apart.
  public var groups: [ClosedRange<Double>]
  /// The difference from which on ranks are told apart, drawn as a length above the axis; nil for
  /// none.
  public var criticalDifference: Double?
  /// What a test of all together says, below the names on the right; nil for nothing.
  public var note: String?
  /// What the ranks are.
  public var label: String

  /// Makes a critical-difference diagram.
  public init(
    _ entries: [Entry], groups: [ClosedRange<Double>], criticalDifference: Double? = nil,
    note: String? = nil, title: String? = nil, label: String = "mean rank"
  ) {
    self.title = title
    self.entries = entries
    self.groups = groups
    self.criticalDifference = criticalDifference
    self.note = note
    self.label = label
  }

  /// The first half of the names stands left, the best on top, the others right, the worst on
  /// top: so the lines to the names never cross. The vertical axis counts rows downwards.
  public var panel: Panel {
    let sorted = entries.filter(\.rank.isFinite).sorted { $0.rank < $1.rank }
    let leftCount = (sorted.count + 1) / 2
    let bars = Self.lanes(groups)
    let barRows = (bars.map(\.lane).max() ?? -1) + 1
    let firstRow = 0.8 + 0.5 * Double(barRows)
    let last = Double(max(1, sorted.count))
    let room = 0.02 * max(last - 1, 1)
    let (lower, upper) = (min(1, sorted.first?.rank ?? 1), max(last, sorted.last?.rank ?? 1))
    var leftNames: [Axis.Name] = []
    var rightNames: [Axis.Name] = []
    var marks: [Mark] = []
    for (index, entry) in sorted.enumerated() {
      let isLeft = index < leftCount
      let row = firstRow + Double(isLeft ? index : sorted.count - 1 - index)
      let name = Axis.Name(entry.name, at: row)
      if isLeft { leftNames.append(name) } else { rightNames.append(name) }
      let border = isLeft ? lower - room : upper + room
      let pen = entry.style.map { SegmentMark.Pen.series($0) } ?? .ink
      marks.append(
        .segments(
          SegmentMark(
            [
              .init(x: (entry.rank, entry.rank), y: (0, row)),
              .init(x: (entry.rank, border), y: (row, row)),
            ], pen: pen, width: 0.9)))
    }
    marks += bars.map { bar in
      let y = 0.5 + 0.5 * Double(bar.lane)
      return .segments(
        SegmentMark(
          [
            .init(
              x: (bar.range.lowerBound - room, bar.range.upperBound + room), y: (y, y))
          ], pen: .ink, width: 3))
    }
    var rows = firstRow + Double(max(leftCount, 1)) - 0.4
    if let note {
      rows += 1
      rightNames.append(Axis.Name(note, at: rows - 0.5))
    }
    var panel = Panel(
      title: title,
      x: Axis(label, lower: lower - room, upper: upper + room, isWhole: true, isOnTop: true),
      y: Axis(lower: 0, upper: rows, names: leftNames, isReversed: true, hasLine: false),
      rightNames: rightNames, marks: marks, shape: .lines(rows * 1.35), hasGrid: false)
    panel.lengthBar = criticalDifference.map { difference in
      // A difference longer than the axis has no place on it.
      let isShown = difference > 0 && lower + difference <= upper
      return LengthBar(
        "CD = \(NumberText.short(difference))", from: lower,
        to: isShown ? lower + difference : nil)
    }
    return panel
  }

  /// The bars in as few rows as hold them without touching.
  private static func lanes(
    _ groups: [ClosedRange<Double>]
  ) -> [(range: ClosedRange<Double>, lane: Int)] {
    var ends: [Double] = []
    return groups.sorted { $0.lowerBound < $1.lowerBound }.map { range in
      let lane = ends.firstIndex { $0 < range.lowerBound } ?? ends.count
      if lane == ends.count { ends.append(range.upperBound) } else { ends[lane] = range.upperBound }
      return (range, lane)
    }
  }
}
