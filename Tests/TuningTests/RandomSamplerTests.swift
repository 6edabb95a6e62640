import Kernels
import Testing

@testable import Tuning

@Suite struct RandomSamplerTests {
  private static let learningRate = SearchKey(
    name: "learning_rate", range: SearchRange(low: 1e-5, high: 1e-1, scale: .log), dimension: 0)
  private static let epochs = SearchKey(
    name: "epochs", range: SearchRange(low: 1, high: 6, isInteger: true), dimension: 4)

  private static func points(_ keys: [SearchKey], study: Int = 0) -> [[Double]] {
    var sampler = SamplerConfiguration(RandomSampling(seed: 8))
      .makeSampler(for: SearchSpace(keys), trials: 600, study: study)
    return (0..<600).map { index in
      let point = sampler.ask()
      sampler.tell(point, index % 3 == 0 ? .nan : Double(index))
      return point
    }
  }

  @Test func sharedKeysGetTheSamePoints() {
    let both = Self.points([Self.learningRate, Self.epochs])
    #expect(Self.points([Self.epochs]).map { $0[0] } == both.map { $0[1] })
    #expect(Self.points([Self.epochs, Self.learningRate]).map { $0[1] } == both.map { $0[0] })
    #expect(Self.points([Self.epochs], study: 1) != Self.points([Self.epochs]))
  }

  /// Of 600 throws of a die each face falls 100 times, with standard deviation 9.1; of as many shares half lie
  /// below the middle, with standard deviation 12.2.
  @Test func pointsAreEvenOnTheScale() {
    let points = Self.points([Self.learningRate, Self.epochs])
    for face in 1...6 {
      #expect(abs(points.count { $0[1] == Double(face) } - 100) < 37)
    }
    #expect(abs(points.count { $0[0] < 1e-3 } - 300) < 49)
    #expect(points.allSatisfy { (1e-5...1e-1).contains($0[0]) })
  }
}
