/// How many times as long as the fastest optimizer each took on every pair of problem and seed
/// (Dolan and Moré 2002).
public struct PerformanceRatios: Sendable {
  /// How many pairs of problem and seed there are.
  public let pairCount: Int
  /// By optimizer: the ratios of the pairs on which it arrived, rising, each at least 1.
  public let ratios: [[Double]]

  /// Divides times by the shortest of their pair.
  ///
  /// - Parameter times: by problem, by optimizer, by seed; at least 0, nil where the target was
  ///   missed.
  public init(times: [[[Double?]]]) {
    var pairCount = 0
    var ratios: [[Double]] = Array(repeating: [], count: times.first?.count ?? 0)
    for problem in times {
      for seed in (problem.first ?? []).indices {
        pairCount += 1
        // A pair that nobody solved counts as missed by all.
        guard let best = problem.compactMap({ $0[seed] }).min() else { continue }
        for optimizer in ratios.indices {
          guard let time = problem[optimizer][seed] else { continue }
          // Arrived before the first update, all have taken the same time.
          ratios[optimizer].append(time == best ? 1 : time / best)
        }
      }
    }
    self.pairCount = pairCount
    self.ratios = ratios.map { $0.filter(\.isFinite).sorted() }
  }

  /// The share of pairs that an optimizer solves within `factor` times the fastest one's time.
  public func share(of optimizer: Int, within factor: Double) -> Double {
    guard pairCount > 0 else { return 0 }
    return Double(ratios[optimizer].count { $0 <= factor }) / Double(pairCount)
  }

  /// The factors at which an optimizer's share rises, with the number of pairs solved from there on;
  /// 1 is always among them.
  public func steps(of optimizer: Int) -> [ShareStep] {
    var steps = [ShareStep(place: 1, count: ratios[optimizer].count { $0 <= 1 })]
    for (index, ratio) in ratios[optimizer].enumerated() where ratio > 1 {
      if steps[steps.count - 1].place == ratio { steps.removeLast() }
      steps.append(ShareStep(place: ratio, count: index + 1))
    }
    return steps
  }

  /// The greatest ratio of all; 1 without any.
  public var greatest: Double { ratios.compactMap(\.last).max() ?? 1 }
}
