import Testing
import Tuning

/// The search of the article: ten trials with seed 42, which are TPE's random start.
@Suite struct ArticleSearchTests {
  static let space = SearchSpace(
    [
      ("learning_rate", SearchRange(low: 1e-5, high: 1e-1, scale: .log)),
      ("beta1", SearchRange(low: 0.9, high: 0.999)),
      ("beta2", SearchRange(low: 0.99, high: 0.9999)),
      ("epsilon", SearchRange(low: 1e-10, high: 1e-5, scale: .log)),
      ("epochs", SearchRange(low: 1_000, high: 100_000, isInteger: true)),
    ].enumerated().map { SearchKey(name: $1.0, range: $1.1, dimension: $0) })

  /// Its best trial, number 7, as the article's script printed it.
  @Test func theBestTrialIsTheArticles() {
    var sampler = SamplerConfiguration.tpe(seed: 42)
      .makeSampler(for: Self.space, trials: 10, study: 0)
    let points = (0..<10).map { number in
      let point = sampler.ask()
      sampler.tell(point, Double(number))
      return point
    }
    #expect(abs(points[7][0] / 0.01712337597316398 - 1) < 1e-15)
    #expect(points[7][4] == 44_575)
  }

  private static func points(
    _ configuration: SamplerConfiguration, study: Int = 0, failing: Set<Int> = []
  ) -> [[Double]] {
    var sampler = configuration.makeSampler(for: space, trials: 30, study: study)
    return (0..<30).map { number in
      let point = sampler.ask()
      sampler.tell(point, failing.contains(number) ? .nan : space.keys[0].range.share(of: point[0]))
      return point
    }
  }

  @Test func studiesRaiseTheSeed() {
    let second = Self.points(.tpe(seed: 5), study: 1)
    #expect(second == Self.points(.tpe(seed: 6)))
    #expect(second != Self.points(.tpe(seed: 5)))
    #expect(Self.points(.tpe(seed: .max), study: 1) == Self.points(.tpe(seed: 0)))
  }

  /// The start is as long as it has to be until enough trials count.
  @Test func failedTrialsProlongTheStart() {
    let sound = Self.points(.tpe(seed: 1))
    let failed = Self.points(.tpe(seed: 1), failing: [2, 9])
    let random = Self.points(.tpe(seed: 1, startTrials: 30))
    #expect(sound[..<10] == random[..<10] && sound[10] != random[10])
    #expect(failed[..<12] == random[..<12] && failed[12] != random[12])
  }

  /// An interrupted search goes on where it was once its trials are told again.
  @Test func aSearchResumes() {
    for configuration: SamplerConfiguration in [
      .tpe(seed: 3), .tpe(seed: 3, version: .five), .halton(seed: 3), .random(seed: 3), .grid(),
    ] {
      let whole = Self.points(configuration)
      var again = configuration.makeSampler(for: Self.space, trials: 30, study: 0)
      for point in whole[..<20] {
        #expect(again.ask() == point)
        again.tell(point, Self.space.keys[0].range.share(of: point[0]))
      }
      // A copy goes its own way and leaves the other as it is.
      var copy = again
      copy.tell(copy.ask(), -1)
      _ = copy.ask()
      #expect(again.ask() == whole[20])
    }
  }

  @Test func onlyTPELearns() {
    #expect(
      SamplerConfiguration.tpe(seed: 0).isAdaptive && SamplerConfiguration.tpe(seed: 0).hasChance)
    #expect(
      !SamplerConfiguration.random(seed: 0).isAdaptive && !SamplerConfiguration.grid().hasChance)
    #expect(SamplerConfiguration.tpe(seed: 0).trialCount(in: Self.space, trials: 17) == 17)
  }
}
