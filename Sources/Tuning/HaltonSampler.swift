import Kernels
import SpecLanguage

/// Quasi-random search: points of a scrambled Halton sequence, which fill the space evenly from the first on.
struct HaltonSampling: SamplingMethod {
  let seed: UInt32

  var kind: SamplerKind { .halton }
  var options: [JSONLiteral.Member] { [.init(key: "seed", value: .whole(Int(seed)))] }

  func makeSampler(for space: SearchSpace, trials: Int, study: Int) -> any Sampler {
    HaltonSampler(space, seed: UInt64(seed) + UInt64(study))
  }
}

/// The points of a quasi-random search in progress.
///
/// The key of dimension d has the d-th prime as its base, and its permutations from a stream of its own.
struct HaltonSampler: Sampler {
  private let space: SearchSpace
  private let coordinates: [RadicalInverse]
  private var next = 0

  init(_ space: SearchSpace, seed: UInt64) {
    self.space = space
    coordinates = space.keys.map { key in
      let base = prime(key.dimension)
      var stream = PhiloxStream(
        seed: seed, purpose: "halton", name: "dimension \(key.dimension)")
      return RadicalInverse(
        permutations: (0..<RadicalInverse.placeCount(base: base)).map { _ in
          stream.permutation(base)
        })
    }
  }

  mutating func ask() -> [Double] {
    defer { next += 1 }
    return zip(space.keys, coordinates).map { key, coordinate in
      key.range.value(at: coordinate(next))
    }
  }

  func tell(_ point: [Double], _ value: Double) {}
}

extension SamplerKind {
  /// Quasi-random search.
  public static let halton = SamplerKind(
    "halton", summary: "a scrambled Halton sequence: random points that fill the space evenly",
    source: "Owen 2017, A randomized Halton algorithm in R"
  ) { keys in keys.samplerSeed().map { HaltonSampling(seed: $0) } }
}

extension SamplerConfiguration {
  /// Quasi-random search.
  public static func halton(seed: UInt32) -> SamplerConfiguration {
    SamplerConfiguration(HaltonSampling(seed: seed))
  }
}
