import SpecLanguage

/// Every combination of values that lie evenly between the ends of each hyperparameter, ends included.
struct GridSampling: SamplingMethod {
  /// How many values each hyperparameter has, at least 2; nil for as many as the trials allow.
  let points: Int?

  var kind: SamplerKind { .grid }
  var options: [JSONLiteral.Member] {
    points.map { [.init(key: "points", value: .whole($0))] } ?? []
  }
  var hasChance: Bool { false }

  func trialCount(in space: SearchSpace, trials: Int) -> Int {
    axes(of: space, trials: trials).reduce(1) { product, axis in
      let (result, overflow) = product.multipliedReportingOverflow(by: axis.count)
      return overflow ? .max : result
    }
  }

  func makeSampler(for space: SearchSpace, trials: Int, study: Int) -> any Sampler {
    GridSampler(axes: axes(of: space, trials: trials))
  }

  /// The values of each hyperparameter, ascending.
  private func axes(of space: SearchSpace, trials: Int) -> [[Double]] {
    let count = points ?? Self.mostPoints(keys: space.keys.count, trials: trials)
    return space.keys.map { key in
      var values: [Double] = []
      for index in 0..<count {
        let value = Self.value(of: key.range, index, of: count)
        if values.last != value { values.append(value) }
      }
      return values
    }
  }

  private static func value(of range: SearchRange, _ index: Int, of count: Int) -> Double {
    if index == 0 || count < 2 { return range.low }
    if index == count - 1 { return range.high }
    let share = Double(index) / Double(count - 1)
    let place = SearchRange(low: range.low, high: range.high, scale: range.scale).value(at: share)
    return range.isInteger ? place.rounded(.toNearestOrEven) : place
  }

  /// The most values a key with which a grid has no more points than there are trials.
  static func mostPoints(keys: Int, trials: Int) -> Int {
    guard keys > 0 else { return 1 }
    var points = 1
    while true {
      var product = 1
      for _ in 0..<keys {
        product *= points + 1
        if product > trials { return points }
      }
      points += 1
    }
  }
}

/// The points of a grid, the last hyperparameter varying fastest.
struct GridSampler: Sampler {
  let axes: [[Double]]
  private var next = 0

  init(axes: [[Double]]) { self.axes = axes }

  mutating func ask() -> [Double] {
    var rest = next
    next += 1
    var point: [Double] = []
    for axis in axes.reversed() {
      point.append(axis[rest % axis.count])
      rest /= axis.count
    }
    return point.reversed()
  }

  func tell(_ point: [Double], _ value: Double) {}
}

extension SamplerKind {
  /// A grid.
  public static let grid = SamplerKind(
    "grid", summary: "every combination of evenly spaced values, ends included",
    source: "a full factorial design"
  ) { keys in
    let points = keys.optional(
      "points", .whole(2...10_000),
      "values of each hyperparameter; by default as many as the trials allow")
    guard points != nil || !keys.hasFaulty("points") else { return nil }
    return GridSampling(points: points)
  }
}

extension Keys {
  /// Whether a key is there, though it has no sound value.
  fileprivate func hasFaulty(_ key: String) -> Bool { subject?.members[key] != nil }
}

extension SamplerConfiguration {
  /// A grid.
  ///
  /// - Parameter points: values of each hyperparameter, at least 2; nil for as many as the trials allow.
  public static func grid(points: Int? = nil) -> SamplerConfiguration {
    SamplerConfiguration(GridSampling(points: points))
  }
}
