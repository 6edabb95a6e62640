/// The times of two contenders on a problem, prepared so that the probability of improvement of any
/// resample of their seeds is a sum over counts.
struct PairedLevels {
  /// A run of either, in few bytes: resamples go through all of them ten thousand times.
  private struct Run {
    /// The place of its time among the times of both; equal ones share it.
    var place: Int32
    /// Twice its seed's position, and one more for a run of the rival.
    private var code: UInt32

    init(place: Int, seed: Int, isRival: Bool) {
      self.place = Int32(place)
      code = UInt32(seed) << 1 | (isRival ? 1 : 0)
    }

    var seed: Int { Int(code >> 1) }
    var isRival: Bool { code & 1 == 1 }
  }

  /// The runs of both, the fastest first.
  private let runs: [Run]

  /// Times by seed; nil where a run never arrived.
  init(_ own: [Double?], against rival: [Double?]) {
    let own = own.map { $0 ?? .infinity }
    let rival = rival.map { $0 ?? .infinity }
    let known = Set(own + rival).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(known, known.indices))
    func runs(_ times: [Double], isRival: Bool) -> [Run] {
      times.enumerated().map {
        Run(place: places[$0.element] ?? 0, seed: $0.offset, isRival: isRival)
      }
    }
    self.runs = (runs(own, isRival: false) + runs(rival, isRival: true))
      .sorted { ($0.place, $0.seed) < ($1.place, $1.seed) }
  }

  /// The probability that one of the first one's runs is faster, a half where both are equal: over all
  /// pairs of runs (``probabilityOfImprovement(_:_:)``), each as often as it counts.
  func improvement(_ counts: [Int32]) -> Double {
    var later = counts.count
    var doubledPairs = 0
    var (own, rivals, place) = (0, 0, Int32(0))
    for run in runs {
      if run.place != place {
        later -= rivals
        doubledPairs += own * (2 * later + rivals)
        (own, rivals, place) = (0, 0, run.place)
      }
      let count = Int(counts[run.seed])
      if run.isRival { rivals += count } else { own += count }
    }
    // The last ones have no later rivals.
    doubledPairs += own * rivals
    return Double(doubledPairs) / Double(2 * counts.count * counts.count)
  }
}
