/// The times of two contenders on a problem, prepared so that the probability of improvement of any
/// resample of their seeds is a sum over counts.
struct PairedLevels {
  /// By seed: the place of each time among the times of both; equal ones share it.
  private let places: [(own: Int, rival: Int)]
  private let count: Int

  /// Times by seed; nil where a run never arrived.
  init(_ own: [Double?], against rival: [Double?]) {
    let own = own.map { $0 ?? .infinity }
    let rival = rival.map { $0 ?? .infinity }
    let known = Set(own + rival).sorted()
    let order = Dictionary(uniqueKeysWithValues: zip(known, known.indices))
    places = zip(own, rival).map { (order[$0] ?? 0, order[$1] ?? 0) }
    count = known.count
  }

  /// The probability that one of the first one's runs is faster, a half where both are equal: over all
  /// pairs of runs (``probabilityOfImprovement(_:_:)``), each as often as it counts.
  func improvement(_ counts: [Int32]) -> Double {
    var own = [Double](repeating: 0, count: count)
    var rival = own
    for (seed, place) in places.enumerated() where counts[seed] > 0 {
      own[place.own] += Double(counts[seed])
      rival[place.rival] += Double(counts[seed])
    }
    let total = Double(counts.count)
    var later = total
    var pairs = 0.0
    for place in 0..<count {
      later -= rival[place]
      pairs += own[place] * (later + rival[place] / 2)
    }
    return pairs / (total * total)
  }
}
