import Kernels

/// The random numbers of one seed of one problem, the same for every optimizer.
///
/// With `philox` split, initial point and batch order have streams of their own. With
/// `numpy_legacy` they share one stream and the order of the calls matters: the split's
/// permutations, the initial point, then one permutation for each epoch of mini-batches.
public struct RunStreams: Sendable {
  private enum Source: Sendable {
    case philox(split: PhiloxStream, initial: PhiloxStream, order: PhiloxStream)
    case numpyLegacy(NumPyLegacyStream)
  }

  private var source: Source

  /// The streams of `seed` for the problem called `problem`.
  public init(generator: RandomGenerator, seed: UInt32, problem: String) {
    switch generator {
    case .philox:
      func stream(_ purpose: String) -> PhiloxStream {
        PhiloxStream(seed: UInt64(seed), purpose: purpose, name: problem)
      }
      source = .philox(
        split: stream("split"), initial: stream("initial"), order: stream("order"))
    case .numpyLegacy:
      source = .numpyLegacy(NumPyLegacyStream(seed: seed))
    }
  }

  /// A permutation of 0..<count for the split.
  public mutating func splitPermutation(_ count: Int) -> [Int] {
    switch source {
    case .philox(var split, let initial, let order):
      let permutation = split.permutation(count)
      source = .philox(split: split, initial: initial, order: order)
      return permutation
    case .numpyLegacy(var stream):
      let permutation = stream.permutation(count)
      source = .numpyLegacy(stream)
      return permutation
    }
  }

  /// A standard normal number for the initial point.
  public mutating func initialNormal() -> Double {
    switch source {
    case .philox(let split, var initial, let order):
      let value = initial.normal()
      source = .philox(split: split, initial: initial, order: order)
      return value
    case .numpyLegacy(var stream):
      let value = stream.normal()
      source = .numpyLegacy(stream)
      return value
    }
  }

  /// A permutation of 0..<count for the batches of an epoch.
  public mutating func orderPermutation(_ count: Int) -> [Int] {
    switch source {
    case .philox(let split, let initial, var order):
      let permutation = order.permutation(count)
      source = .philox(split: split, initial: initial, order: order)
      return permutation
    case .numpyLegacy(var stream):
      let permutation = stream.permutation(count)
      source = .numpyLegacy(stream)
      return permutation
    }
  }
}
