import Kernels

/// The points of a search by tree-structured Parzen estimators in progress: trial for trial those of Optuna's
/// `TPESampler(seed=)` that is asked for the hyperparameters in the order of the space.
///
/// Once enough trials have finished, it draws candidates from a mixture of kernels around the best ones, ℓ, and takes the
/// first of those where ℓ / g is largest, with g the mixture around all others. Bergstra, Bardenet, Bengio and Kégl,
/// "Algorithms for Hyper-Parameter Optimization", NIPS 2011; Watanabe, arXiv:2304.11127.
///
/// Two things Optuna leaves to the machine, both with few whole numbers to choose from. Where a set has more than 16
/// trials and some share a whole number, widths go by the order in which NumPy leaves equals; here it is that of
/// processors without vector instructions that sort, such as ARM's. And where candidates score the same by symmetry,
/// rounding decides.
struct TPESampler: Sampler {
  static let candidateCount = 24

  private let startTrials: Int
  /// The hyperparameters that are chosen together, those of one group by one mixture.
  private let groups: [[Int]]
  private var start: TPEStart
  private var stream: NumPyLegacyStream
  private var axes: [ObservedAxis]
  private var history = TrialHistory()

  init(_ space: SearchSpace, seed: UInt32, startTrials: Int, version: TPEVersion) {
    self.startTrials = startTrials
    start = TPEStart(seed: seed, version: version)
    stream = NumPyLegacyStream(seed: seed)
    axes = space.keys.map { ObservedAxis($0.range) }
    let keys = space.keys
    groups =
      switch version {
      case .four: keys.indices.map { [$0] }
      case .five: [keys.indices.sorted { keys[$0].name.codePointsPrecede(keys[$1].name) }]
      }
  }

  mutating func ask() -> [Double] {
    if history.count < startTrials {
      return axes.map { start.value(on: $0.scale) }
    }
    let (below, above) = history.split()
    let weights = (
      below: kernelWeights(count: below.count), above: kernelWeights(count: above.count)
    )
    var point = [Double](repeating: .nan, count: axes.count)
    for group in groups {
      var good = KernelMixture(
        weights: weights.below, axes: group.map { axes[$0].kernels(of: below) })
      var others = KernelMixture(
        weights: weights.above, axes: group.map { axes[$0].kernels(of: above) })
      let candidates = good.draw(Self.candidateCount, &stream)
      let scores = candidates.map { good.density(at: $0) / others.density(at: $0) }
      for (key, value) in zip(group, candidates[firstMaximum(scores)]) {
        point[key] = value.clamped(to: axes[key].scale.range)
      }
    }
    return point
  }

  mutating func tell(_ point: [Double], _ value: Double) {
    if value.isNaN { return }
    history.append(value)
    for (index, setting) in point.enumerated() { axes[index].append(setting) }
  }
}

/// The index of the first maximum; a NaN is above all numbers, as for NumPy's `argmax`.
func firstMaximum(_ scores: [Double]) -> Int {
  var best = 0
  for (index, score) in scores.enumerated() {
    if score.isNaN { return index }
    if score > scores[best] { best = index }
  }
  return best
}

extension Double {
  /// The value in the range that is nearest: rounding may take one out by an ulp.
  fileprivate func clamped(to range: SearchRange) -> Double {
    Swift.min(range.high, Swift.max(range.low, self))
  }
}

extension String {
  /// Whether it comes before another by Unicode code points, as Python sorts.
  fileprivate func codePointsPrecede(_ other: String) -> Bool {
    unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
  }
}
