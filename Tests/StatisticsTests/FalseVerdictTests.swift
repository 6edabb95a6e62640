import Kernels
import Testing

@testable import Statistics

/// With nothing to find, at most 5 % of reports call any pair different, whatever the number of optimizers
/// and seeds and the shape of the values.
@Suite struct FalseVerdictTests {
  enum Shape: CaseIterable {
    case normal, skewed, integer, bimodal, censored

    /// A value of one optimizer for one seed, which shares a part with all others of that seed.
    func draw(_ stream: inout PhiloxStream, _ common: Double) -> Double {
      let normal = stream.normal()
      return switch self {
      case .normal: normal + common
      case .skewed: exp(normal + common)
      case .integer: (2 * (normal + common)).rounded()
      case .bimodal: (stream.uniform() < 0.5 ? -3 : 3) + 0.1 * normal
      case .censored: normal + common > 1 ? .infinity : normal + common
      }
    }
  }

  /// The cells in which a family of all pairs can reject at all: 2^(1−n) ≤ .05/m. Of the largest
  /// families there are fewer trials, so that all take a few seconds.
  @Test(
    arguments: [(2, 6), (2, 10), (2, 20), (4, 10), (4, 20), (8, 20), (16, 20)], Shape.allCases)
  func manyPairsHoldTogether(_ size: (optimizers: Int, seeds: Int), _ shape: Shape) {
    let trials = [8: 500, 16: 150][size.optimizers] ?? 2_000
    var stream = PhiloxStream(seed: 5, purpose: "test", name: "\(size) \(shape)")
    let misled = (0..<trials).count { _ in
      isMisled(optimizers: size.optimizers, seeds: size.seeds, shape, &stream)
    }
    let bound = 0.05 + 3 * (0.05 * 0.95 / Double(trials)).squareRoot()
    #expect(Double(misled) / Double(trials) <= bound, "\(misled) of \(trials)")
  }

  /// In the other cells no p is small enough, whatever the values.
  @Test(arguments: [(4, 6), (8, 6), (8, 10), (16, 6), (16, 10)])
  func fewSeedsTellNothing(_ optimizers: Int, _ seeds: Int) {
    let pairs = optimizers * (optimizers - 1) / 2
    #expect(HolmFamily.fewestSeeds(comparisons: pairs) > seeds)
    var stream = PhiloxStream(seed: 5, purpose: "test", name: "too few")
    let misled = (0..<20).count { _ in
      isMisled(optimizers: optimizers, seeds: seeds, .normal, &stream)
    }
    #expect(misled == 0)
  }

  /// Whether a report on equal optimizers calls any pair of them different.
  private func isMisled(
    optimizers: Int, seeds: Int, _ shape: Shape, _ stream: inout PhiloxStream
  ) -> Bool {
    var values = Array(repeating: [Double](), count: optimizers)
    for _ in 0..<seeds {
      let common = stream.normal()
      for optimizer in 0..<optimizers { values[optimizer].append(shape.draw(&stream, common)) }
    }
    var probabilities: [Double] = []
    for one in 0..<optimizers {
      for other in (one + 1)..<optimizers {
        // Two failures favour nobody.
        let differences = zip(values[one], values[other]).map { $0 == $1 ? 0 : $0 - $1 }
        probabilities.append(SignedRankTest(differences)?.probability ?? 1)
      }
    }
    return HolmFamily(probabilities: probabilities).adjusted.contains { $0 < 0.05 }
  }

  /// Equal learners on splits of one table: without the correction a third of verdicts would be false.
  @Test func sharedRowsMisleadNobody() {
    var stream = PhiloxStream(seed: 6, purpose: "test", name: "shared rows")
    let (trials, seeds, rows, held) = (300, 20, 100, 20)
    var (plain, corrected) = (0, 0)
    for _ in 0..<trials {
      // What two learners differ by on each row: nothing, over all rows that there could have been.
      let differences = (0..<rows).map { _ in stream.normal() }
      let means = (0..<seeds).map { _ in
        stream.permutation(rows).prefix(held).reduce(0) { $0 + differences[$1] } / Double(held)
      }
      if let test = SignedRankTest(means), test.probability < 0.05 {
        plain += 1
        let share = Double(held) / Double(rows - held)
        if let test = CorrectedResampledTest(means, testShare: share), test.probability < 0.05 {
          corrected += 1
        }
      }
    }
    #expect(Double(plain) / Double(trials) > 0.2, "\(plain)")
    #expect(Double(corrected) / Double(trials) <= 0.05 + 3 * 0.0126, "\(corrected)")
  }

  @Test func powerIsThatOfSciPysTest() throws {
    var stream = PhiloxStream(seed: 7, purpose: "test", name: "power")
    for one in try InferenceReference.read().power {
      let trials = 1_000
      let rejected = (0..<trials).count { _ in
        let values = (0..<one.size).map { _ in stream.normal() + one.shift }
        return SignedRankTest(values).map { $0.probability <= 0.05 } ?? false
      }
      #expect(abs(Double(rejected) / Double(trials) - one.share) < 0.05)
    }
  }
}
