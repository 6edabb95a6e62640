/// Which comparisons a report's statements hold for together.
public enum FamilyScope: String, Hashable, Sendable, CaseIterable {
  /// All that the report's answer makes.
  case report
  /// Those of one quantity on one problem, each problem and quantity alone.
  case problem
}
