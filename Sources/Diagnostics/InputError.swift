/// Input that cannot be used, with every fault that was found, in the order of their places.
public struct InputError: Error, Hashable, Sendable {
  /// Why the input cannot be used.
  public enum Reason: Hashable, Sendable {
    /// The text of a spec or of a data file is wrong, or a named file is missing: exit code 65.
    case malformed
    /// A file exists but could not be read or written: exit code 74.
    case inaccessible
  }

  /// Why the input cannot be used.
  public var reason: Reason
  /// The faults, at least one.
  public var diagnostics: [Diagnostic]

  /// Input that cannot be used for `reason`.
  public init(_ reason: Reason, _ diagnostics: [Diagnostic]) {
    self.reason = reason
    self.diagnostics = diagnostics
  }

  /// Input whose text is wrong.
  public init(_ diagnostics: [Diagnostic]) {
    self.init(.malformed, diagnostics)
  }
}
