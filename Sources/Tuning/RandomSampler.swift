import Kernels
import SpecLanguage

/// Random search: points drawn evenly over the space, each hyperparameter by a stream of its own.
struct RandomSampling: SamplingMethod {
  let seed: UInt32

  var kind: SamplerKind { .random }
  var options: [JSONLiteral.Member] { [.init(key: "seed", value: .whole(Int(seed)))] }

  func makeSampler(for space: SearchSpace, trials: Int, study: Int) -> any Sampler {
    RandomSampler(space, seed: UInt64(seed) + UInt64(study))
  }
}

/// The points of a random search in progress.
struct RandomSampler: Sampler {
  private let space: SearchSpace
  private var streams: [PhiloxStream]

  init(_ space: SearchSpace, seed: UInt64) {
    self.space = space
    streams = space.keys.map {
      PhiloxStream(seed: seed, purpose: "search", name: "dimension \($0.dimension)")
    }
  }

  mutating func ask() -> [Double] {
    space.keys.indices.map { space.keys[$0].range.value(at: streams[$0].uniform()) }
  }

  func tell(_ point: [Double], _ value: Double) {}
}

extension SamplerKind {
  /// Random search.
  public static let random = SamplerKind(
    "random", summary: "points drawn evenly over the space",
    source: "Bergstra and Bengio 2012, Random Search for Hyper-Parameter Optimization"
  ) { keys in keys.samplerSeed().map { RandomSampling(seed: $0) } }
}

extension SamplerConfiguration {
  /// Random search.
  public static func random(seed: UInt32) -> SamplerConfiguration {
    SamplerConfiguration(RandomSampling(seed: seed))
  }
}
