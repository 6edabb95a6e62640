/// What a sweep made an optimizer from.
public struct SweptOptimizer: Hashable, Sendable {
  /// One key that the sweep set.
  public struct Setting: Hashable, Sendable {
    /// The key, with those above it, such as `schedule/warmup`.
    public let key: String
    /// Its value as it stands in the name.
    public let value: String
  }

  /// The name of the optimizer as the spec has it.
  public let name: String
  /// What the sweep set, in the order of its keys.
  public let settings: [Setting]
}
