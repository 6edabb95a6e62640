/// Whether columns are brought to mean 0 and standard deviation 1.
public enum Standardization: String, Hashable, Sendable, CaseIterable {
  /// Values stay as they are.
  case none
  /// Fitted on the training rows only; the divisor is n; a constant column is only centred.
  case train
}
