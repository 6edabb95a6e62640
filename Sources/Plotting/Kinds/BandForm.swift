import Kernels

/// How the intervals around the curves of a panel are drawn.
public enum BandForm: Sendable, Hashable {
  /// As filled areas.
  case filled
  /// As whiskers at a few places of each curve, where no other curve has one.
  case whiskers

  /// The most filled areas in a panel: where more lie on each other they turn into one grey.
  public static let mostFilled = 3

  /// What stands for an interval, as captions call it.
  public var noun: String { self == .filled ? "band" : "whiskers at a few places" }

  /// The form for so many curves with intervals.
  public init(curves: Int) { self = curves > Self.mostFilled ? .whiskers : .filled }
}

/// Where the whiskers of several curves stand: in turn, so that none hides another.
struct WhiskerPlaces {
  /// One interval of a curve.
  struct Interval {
    let x: Double
    let lower: Double
    let upper: Double
  }

  private let scale: Axis.Scale
  private let ends: (first: Double, last: Double)
  private let curves: Int
  private let turns: Int

  /// - Parameters:
  ///   - abscissas: those of all curves.
  ///   - isStepped: whether whiskers may stand between two abscissas.
  init(_ abscissas: [[Double]], on scale: Axis.Scale, isStepped: Bool = false) {
    self.scale = scale
    curves = max(1, abscissas.count)
    let places = abscissas.joined().filter { $0.isFinite && (scale == .linear || $0 > 0) }
      .map { Self.place($0, scale) }
    ends = (places.min() ?? 0, places.max() ?? 1)
    let count = abscissas.map(\.count).max() ?? 0
    // About two dozen in all have room beside each other; of few abscissas none serves twice.
    let most = min(5, max(2, 24 / curves))
    turns = isStepped ? most : max(1, min(most, count / curves))
  }

  /// The strokes of one curve.
  ///
  /// - Parameters:
  ///   - curve: which one takes its turn, from 0.
  ///   - isStepped: whether each value holds until the next abscissa, so that a stroke may stand between
  ///     two.
  func mark(
    _ curve: Int, x: [Double], lower: [Double], upper: [Double], style: SeriesStyle,
    isStepped: Bool = false
  ) -> Mark {
    let count = min(x.count, lower.count, upper.count)
    let known = (0..<count).filter {
      (scale == .linear || x[$0] > 0) && !lower[$0].isNaN && !upper[$0].isNaN
    }
    let intervals = (0..<turns).compactMap { turn -> Interval? in
      let share = (Double(turn) + (Double(curve) + 0.5) / Double(curves)) / Double(turns)
      let place = ends.first + share * (ends.last - ends.first)
      if isStepped {
        guard let last = known.last, place <= Self.place(x[last], scale),
          let index = known.last(where: { Self.place(x[$0], scale) <= place })
        else { return nil }
        return Interval(x: value(place), lower: lower[index], upper: upper[index])
      }
      let nearest = known.min {
        abs(Self.place(x[$0], scale) - place) < abs(Self.place(x[$1], scale) - place)
      }
      return nearest.map { Interval(x: x[$0], lower: lower[$0], upper: upper[$0]) }
    }
    return .segments(
      SegmentMark(
        intervals.map { .init(x: ($0.x, $0.x), y: ($0.lower, $0.upper)) },
        pen: .series(style), width: 0.8, cap: 3, needsRoom: false))
  }

  private static func place(_ value: Double, _ scale: Axis.Scale) -> Double {
    scale == .linear ? value : decimalLogarithm(value)
  }

  private func value(_ place: Double) -> Double { scale == .linear ? place : pow(10, place) }
}
