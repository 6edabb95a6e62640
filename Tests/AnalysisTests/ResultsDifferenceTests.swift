import Specs
import Testing

@testable import Analysis

@Suite struct ResultsDifferenceTests {
  private let adam = ContenderName(problem: "p", optimizer: "Adam")
  private let lion = ContenderName(problem: "p", optimizer: "Lion")

  private func observations(
    _ values: [Double?], seeds: [UInt32]? = nil, earliest: [Double?]? = nil
  ) -> Observations {
    Observations(
      seeds: seeds ?? values.indices.map { UInt32($0) }, values: values, earliest: earliest)
  }

  private func report(
    _ observed: [Quantity: Observations], metric: String? = "rmse", dependsOnSeed: Bool = true
  ) -> ReportedResults {
    let problem = ContenderName(problem: "p")
    var settings = [
      ReportedResults.Setting(
        subject: problem, name: "depends_on_seed", value: dependsOnSeed ? "true" : "false")
    ]
    if let metric { settings.append(.init(subject: problem, name: "metric", value: metric)) }
    return ReportedResults(
      settings: settings, contenders: [adam], observations: [adam: observed])
  }

  private func change(
    _ quantity: Quantity, _ old: Observations, _ new: Observations, metric: String? = "rmse",
    dependsOnSeed: Bool = true
  ) -> NumberChange? {
    let reports = [old, new].map {
      report([quantity: $0], metric: metric, dependsOnSeed: dependsOnSeed)
    }
    return ResultsDifference(from: reports[0], to: reports[1]).numbers.first
  }

  private let eight: [Double?] = [10, 11, 12, 13, 14, 15, 16, 17]

  @Test func aChangeOfEverySeedIsClear() throws {
    let doubled = eight.map { $0.map { 2 * $0 } }
    let worse = try #require(change(.trainLoss, observations(eight), observations(doubled)))
    #expect(worse.verdict == .worse && worse.count == 8 && worse.isPaired && worse.isRatio)
    // All eight signs agree: 2 of the 2^8 patterns.
    #expect(worse.adjustedProbability == 2.0 / 256)
    #expect(abs(worse.effect - 2) < 1e-12 && worse.old == 13.5 && worse.new == 27)
    let better = try #require(change(.trainLoss, observations(doubled), observations(eight)))
    #expect(better.verdict == .better && abs(better.effect - 0.5) < 1e-12)
    // Of an accuracy more is better.
    let low = eight.map { $0.map { 0.5 + $0 / 100 } }
    let high = low.map { $0.map { $0 + 0.05 } }
    #expect(
      change(.testMetric, observations(low), observations(high), metric: "accuracy")?.verdict
        == .better)
    #expect(change(.testMetric, observations(low), observations(high))?.verdict == .worse)
    // Without its name nobody knows which side is better.
    #expect(change(.testMetric, observations(low), observations(high), metric: nil) == nil)
  }

  @Test func whatTheSeedsCannotTellIsNoise() throws {
    let noisy: [Double?] = [12, 9, 15, 10, 18, 11, 21, 12]
    let noise = try #require(change(.trainLoss, observations(eight), observations(noisy)))
    #expect(noise.verdict == .noise && noise.adjustedProbability > 0.5)
    let close = eight.map { $0.map { $0 * 1.001 } }
    #expect(change(.trainLoss, observations(eight), observations(close))?.verdict == .equal)
    let five = Array(eight.prefix(5))
    let few = change(.trainLoss, observations(five), observations(five.map { $0.map { 2 * $0 } }))
    #expect(few?.verdict == .tooFewSeeds)
  }

  @Test func oneBitIsAChangeAndNoneIsNone() throws {
    let same = try #require(change(.trainLoss, observations(eight), observations(eight)))
    #expect(same.verdict == .same && same.adjustedProbability == 1)
    let half = 0.5
    let (one, next) = (observations([half]), observations([half.nextUp]))
    #expect(change(.trainLoss, one, next, dependsOnSeed: false)?.verdict == .changed)
    #expect(change(.trainLoss, one, one, dependsOnSeed: false)?.verdict == .same)
    #expect(change(.trainLoss, one, next)?.verdict == .tooFewSeeds)
  }

  @Test func whatDidNotChangeTakesNoPartInTheFamily() throws {
    let doubled = eight.map { $0.map { 2 * $0 } }
    func both(_ time: [Double?]) -> ReportedResults {
      report([
        .epochsToTarget: observations(time), .trainLoss: observations(doubled),
        .testMetric: observations(eight),
      ])
    }
    let old = both(eight)
    let one = ResultsDifference(from: old, to: both(doubled))
    #expect(one.numbers.map(\.quantity) == [.epochsToTarget, .trainLoss, .testMetric])
    #expect(one.numbers.map(\.verdict) == [.worse, .same, .same])
    #expect(one.numbers[0].adjustedProbability == 2.0 / 256)
    // Two that changed share the level.
    let new = report([
      .epochsToTarget: observations(doubled), .trainLoss: observations(eight),
      .testMetric: observations(eight),
    ])
    let two = ResultsDifference(from: old, to: new)
    #expect(two.numbers.map(\.verdict) == [.worse, .better, .same])
    let adjusted: [Double] = two.numbers.prefix(2).map(\.adjustedProbability)
    #expect(adjusted == [1.0 / 64, 1.0 / 64])
  }

  @Test func failuresAreTheWorstAndTimesAreKnownUpToTheGap() throws {
    let lost: [Double?] = Array(repeating: nil, count: 8)
    let gone = try #require(change(.trainLoss, observations(eight), observations(lost)))
    #expect(gone.verdict == .worse && gone.new == .infinity && gone.effect == .infinity)
    // Nobody arrived before or after: nothing to compare, and the next target is taken.
    let times: [Quantity: Observations] = [
      .timeToTarget(0): observations(lost), .timeToTarget(1): observations(eight),
    ]
    let difference = ResultsDifference(from: report(times), to: report(times))
    #expect(difference.numbers.map(\.quantity) == [.timeToTarget(1)])
    // A difference within one gap between recorded epochs is none.
    let later = eight.map { $0.map { $0 + 5 } }
    let exact = change(.epochsToTarget, observations(eight), observations(later))
    #expect(exact?.verdict == .worse)
    let rough = change(
      .epochsToTarget, observations(eight, earliest: eight.map { $0.map { $0 - 5 } }),
      observations(later, earliest: eight))
    #expect(rough?.verdict == .noise)
  }

  @Test func otherSeedsAreIndependent() throws {
    let old = observations([1, 2, 3, 4, 5])
    let new = observations([6, 7, 8, 9, 10], seeds: [10, 11, 12, 13, 14])
    let change = try #require(self.change(.trainLoss, old, new))
    #expect(!change.isPaired && change.count == 5 && change.interval == nil)
    // The five largest of ten: 2 of the 252 choices.
    #expect(abs(change.adjustedProbability - 2.0 / 252) < 1e-15)
    #expect(change.verdict == .worse && change.effect == 8.0 / 3)
    // Of seeds of which some are shared, those are compared.
    let some = observations([20, 30, 40], seeds: [3, 4, 99])
    let shared = try #require(self.change(.trainLoss, old, some))
    #expect(shared.isPaired && shared.count == 2 && shared.old == 4.5 && shared.new == 25)
  }

  @Test func settingsContendersVerdictsAndClaims() throws {
    var old = report([.trainLoss: observations(eight)])
    var new = old
    func setting(_ optimizer: String, _ name: String, _ value: String) -> ReportedResults.Setting {
      .init(subject: ContenderName(optimizer: optimizer), name: name, value: value)
    }
    old.settings? += [setting("Adam", "beta1", "0.9"), setting("Adam", "old", "1")]
    new.settings? += [
      setting("Adam", "beta1", "0.8"), setting("Adam", "new", "2"), setting("Lion", "beta1", "0"),
    ]
    new.contenders.append(lion)
    new.observations[lion] = [.trainLoss: observations(eight)]
    func comparison(
      _ optimizer: String, _ rival: String, _ verdict: Verdict
    ) -> ReportedResults.Comparison {
      .init(
        problem: "p", quantity: .epochsToTarget, optimizer: optimizer, rival: rival,
        verdict: verdict)
    }
    old.comparisons = [comparison("A", "B", .better), comparison("A", "C", .better)]
    new.comparisons = [comparison("B", "A", .worse), comparison("C", "A", .equal)]
    old.claims = [.init(text: "x", verdict: "supported"), .init(text: "y", verdict: "supported")]
    new.claims = [.init(text: "y", verdict: "undecided"), .init(text: "x", verdict: "supported")]
    let difference = ResultsDifference(from: old, to: new)
    #expect(difference.added == [lion] && difference.removed.isEmpty)
    // Of an optimizer that is new every setting would be.
    #expect(difference.settings.map(\.name) == ["beta1", "new", "old"])
    #expect(difference.settings.map(\.old) == ["0.9", nil, "1"])
    #expect(difference.settings.map(\.new) == ["0.8", "2", nil])
    // The same told of the other one is no change.
    #expect(difference.verdicts.map(\.comparison) == [comparison("C", "A", .equal)])
    #expect(difference.verdicts.map(\.old) == [.worse])
    #expect(difference.claims.map(\.claim.text) == ["y"])
    #expect(ResultsDifference(from: new, to: old).removed == [lion])
    new.settings = nil
    #expect(ResultsDifference(from: old, to: new).settings.isEmpty)
  }

  @Test func theMarginIsTheReportsOwn() throws {
    let slower = eight.map { $0.map { $0 * 1.04 } }
    let old = report([.trainLoss: observations(eight)])
    let new = report([.trainLoss: observations(slower)])
    #expect(ResultsDifference(from: old, to: new).numbers[0].verdict == .equal)
    var margins = Margins.usual
    margins.time = 0.03
    #expect(
      ResultsDifference(from: old, to: new, margins: margins).numbers[0].verdict == .worse)
  }
}
