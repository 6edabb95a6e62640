import Kernels

/// The random numbers of one seed of one problem, the same for every optimizer.
///
/// With `philox` split, initial point and batch order have streams of their own. With
/// `numpy_legacy` they share one stream and the order of the calls matters: the split's
/// permutations, the initial point, then one permutation for each epoch of mini-batches.
public struct RunStreams: Sendable {
  private enum Purpose: String, CaseIterable {
    case split, initial, order
  }

  /// One stream for each purpose, or one that all of them share.
  private var streams: [any RandomStream]

  /// The streams of `seed` for the problem called `problem`.
  public init(generator: RandomGenerator, seed: UInt32, problem: String) {
    streams =
      switch generator {
      case .philox:
        Purpose.allCases.map {
          PhiloxStream(seed: UInt64(seed), purpose: $0.rawValue, name: problem)
        }
      case .numpyLegacy: [NumPyLegacyStream(seed: seed)]
      }
  }

  /// A permutation of 0..<count for the split.
  public mutating func splitPermutation(_ count: Int) -> [Int] {
    streams[place(of: .split)].permutation(count)
  }

  /// A standard normal number for the initial point.
  public mutating func initialNormal() -> Double {
    streams[place(of: .initial)].normal()
  }

  /// A permutation of 0..<count for the batches of an epoch.
  public mutating func orderPermutation(_ count: Int) -> [Int] {
    streams[place(of: .order)].permutation(count)
  }

  private func place(of purpose: Purpose) -> Int {
    switch purpose {
    case .split: 0
    case .initial: min(1, streams.count - 1)
    case .order: streams.count - 1
    }
  }
}
