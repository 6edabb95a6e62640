import Statistics

/// The statistics of all contenders over problems and runs that are added one after another, with how
/// often each run counts: those of a sample where every run counts once, else those of a resample.
struct AcrossStatistics: AcrossStatistic {
  /// What is computed of each contender.
  enum Kind: Int, CaseIterable {
    /// The interquartile mean of the scores (``TimeScores``).
    case middleScore
    /// The area under the performance profile from 1 to 4 (``PerformanceRatios``).
    case area
    /// The probability that a run is faster than one of the reference on the same problem, the mean over
    /// the problems (``probabilityOfImprovement(_:_:)``).
    case improvement
    /// The mean logarithm of the ratio of the median times to the reference’s.
    case logRatio
  }

  private let problems: [Problem]
  /// The scores of each contender, in rising order.
  private let scores: [[Double]]
  private let reference: Int

  /// How much weight each of the scores has, contender by contender.
  private var scoreWeights: [Double]
  /// The weight of all scores of a contender.
  private var scoreWeight = 0.0
  private var areas: [Double]
  private var improvements: [Double]
  private var logRatios: [SignedMean]

  init(_ sample: AcrossSample, reference: Int) {
    let timeScores = TimeScores(sample)
    let ratios = PerformanceRatios(times: sample.problems.map(\.times), sources: sample.sources)
    var problems = sample.problems.indices.map { number in
      Problem(
        sample.problems[number].times, reference: reference,
        ratios: ratios.seeds(ofProblem: number), scoreWeight: timeScores.weights[number])
    }
    for source in sample.sources {
      for problem in source { problems[problem].part = 1 / Double(source.count) }
    }
    var scores: [[Double]] = []
    for contender in sample.contenders.indices {
      let runs = timeScores.scores.indices.flatMap { problem in
        timeScores.scores[problem][contender].enumerated().map {
          (score: $0.element, problem: problem, seed: $0.offset)
        }
      }.sorted { ($0.score, $0.problem, $0.seed) < ($1.score, $1.problem, $1.seed) }
      scores.append(runs.map(\.score))
      for (place, run) in runs.enumerated() {
        problems[run.problem].contenders[contender].scorePlaces[run.seed] =
          Int32(contender * runs.count + place)
      }
    }
    self.problems = problems
    self.scores = scores
    self.reference = reference
    scoreWeights = Array(repeating: 0, count: scores.joined().count)
    areas = scores.map { _ in 0 }
    improvements = areas
    logRatios = areas.map { _ in SignedMean() }
  }

  mutating func reset() {
    scoreWeight = 0
    scoreWeights.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    for contender in scores.indices {
      areas[contender] = 0
      improvements[contender] = 0
      logRatios[contender] = SignedMean()
    }
  }

  mutating func add(_ number: Int, _ counts: [Int32]) {
    let problem = problems[number]
    let count = Double(counts.count)
    let rival = problem.contenders[reference].median(counts)
    scoreWeight += count * problem.scoreWeight
    for contender in scores.indices {
      let runs = problem.contenders[contender]
      let area = scoreWeights.withUnsafeMutableBufferPointer {
        runs.add(counts, weighing: problem.scoreWeight, to: $0)
      }
      areas[contender] += problem.part * area / count
      guard contender != reference else { continue }
      improvements[contender] += problem.part * runs.levels.improvement(counts)
      logRatios[contender].add(logRatio(runs.median(counts), rival), weight: problem.part)
    }
  }

  /// Kind by kind, the statistics of all contenders.
  func values(sources: Int) -> [Double] {
    Kind.allCases.flatMap { kind in
      scores.indices.map { value(kind, of: $0, sources: sources) }
    }
  }

  private func value(_ kind: Kind, of contender: Int, sources: Int) -> Double {
    let total = Double(sources)
    switch kind {
    case .middleScore:
      let first = contender * scores[contender].count
      return interquartileMean(
        scores[contender], weights: scoreWeights[first..<first + scores[contender].count],
        total: scoreWeight) ?? 0
    case .area: return areas[contender] / total
    case .improvement:
      return contender == reference ? 0.5 : improvements[contender] / total
    case .logRatio: return logRatios[contender].value(of: total)
    }
  }
}

extension AcrossStatistics {
  /// A problem, prepared.
  fileprivate struct Problem {
    var contenders: [Runs]
    /// The weight of each of its runs among the scores.
    var scoreWeight: Double
    /// The part of its source that it is.
    var part = 1.0

    init(_ times: [[Double?]], reference: Int, ratios: [[Double]], scoreWeight: Double) {
      contenders = times.indices.map { contender in
        Runs(
          times[contender], against: times[reference],
          areas: ratios.map { PerformanceRatios.score(ofRatio: $0[contender]) })
      }
      self.scoreWeight = scoreWeight
    }
  }

  /// The runs of a contender on a problem, prepared.
  fileprivate struct Runs {
    /// By seed: the place of its score among those of all contenders.
    var scorePlaces: [Int32]
    /// By seed: what it adds to the area under the profile.
    let areas: [Double]
    /// The times in rising order, and the seed of each.
    private let times: [Double]
    private let order: [Int32]
    /// The times beside those of the reference.
    let levels: PairedLevels

    init(_ own: [Double?], against rival: [Double?], areas: [Double]) {
      levels = PairedLevels(own, against: rival)
      let own = own.map { $0 ?? .infinity }
      self.areas = areas
      scorePlaces = own.map { _ in 0 }
      let order = own.indices.sorted { (own[$0], $0) < (own[$1], $1) }
      times = order.map { own[$0] }
      self.order = order.map { Int32($0) }
    }

    /// Adds the weights of its scores.
    ///
    /// - Returns: the sum of what its runs add to the area under the profile.
    func add(
      _ counts: [Int32], weighing weight: Double, to weights: UnsafeMutableBufferPointer<Double>
    ) -> Double {
      var area = 0.0
      for seed in counts.indices where counts[seed] > 0 {
        let times = Double(counts[seed])
        weights[Int(scorePlaces[seed])] += times * weight
        area += times * areas[seed]
      }
      return area
    }

    /// The median of the times that count.
    func median(_ counts: [Int32]) -> Double {
      let count = counts.count
      var seen = 0
      var lower = Double.infinity
      for (time, seed) in zip(times, order) where counts[Int(seed)] > 0 {
        let before = seen
        seen += Int(counts[Int(seed)])
        if before <= (count - 1) / 2 { lower = time }
        if seen > count / 2 {
          return lower == time ? time : quantile(ofSorted: [lower, time], 0.5) ?? time
        }
      }
      return lower
    }
  }
}
