/// The generator that a spec's `rng` names.
public enum RandomGenerator: String, Hashable, Sendable, CaseIterable {
  /// Counter-based Philox4x64-10, one stream for each seed, purpose and problem.
  case philox
  /// One MT19937 stream for each seed, drawn from in the order of a NumPy script.
  case numpyLegacy = "numpy_legacy"

  /// Counts the changes to the numbers that it gives, from 1.
  public var revision: Int {
    switch self {
    case .philox: 1
    case .numpyLegacy: 1
    }
  }
}
