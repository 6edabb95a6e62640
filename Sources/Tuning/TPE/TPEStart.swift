import Kernels

/// The first trials of a search by TPE: random ones, as Optuna's `RandomSampler` draws them.
struct TPEStart: Sendable {
  let version: TPEVersion
  private var stream: NumPyLegacyStream

  init(seed: UInt32, version: TPEVersion) {
    self.version = version
    stream = NumPyLegacyStream(seed: seed)
  }

  /// The next value of a hyperparameter.
  mutating func value(on scale: KernelScale) -> Double {
    value(at: scale.low + scale.length * stream.uniform(), on: scale)
  }

  /// The value at a place on the scale; numbers that are not whole stay below the upper end.
  func value(at place: Double, on scale: KernelScale) -> Double {
    let range = scale.range
    let value = range.scale == .log ? exp(place) : place
    guard range.isInteger else {
      // `nextafter(high, high - 1)`, which is `high` where a step of 1 is too short to leave it.
      let last = range.high - 1 < range.high ? range.high.nextDown : range.high
      return min(last, max(range.low, value))
    }
    return min(range.high, max(range.low, rounded(value, in: range)))
  }

  private func rounded(_ value: Double, in range: SearchRange) -> Double {
    if range.scale == .log { return value.rounded(.toNearestOrEven) }
    let steps = value - range.low
    return switch version {
    case .four: range.low + steps.rounded(.toNearestOrEven)
    case .five: range.low + (steps + 0.5).rounded(.down)
    }
  }
}
