/// What a rule is, in words and formulas: the one text behind the listing and a report's setup.
public struct OptimizerDescription: Hashable, Sendable {
  /// The rule's name in a heading, such as "Nadam (PyTorch)".
  public var title: String
  /// One update, line by line, in TeX that GitHub and GitLab render in a block of math.
  public var formula: [String]
  /// Where the rule comes from: authors, year, title, place in the paper.
  public var source: String
  /// What the rule keeps between updates, one entry for each vector of n numbers, plain text; those
  /// that an option adds say so.
  public var state: [String]
  /// The arithmetic of one update for each parameter, plain text.
  public var cost: String
  /// How PyTorch, Keras and optax differ under the same name, one sentence each.
  public var differences: [String]
  /// Counts the changes to the rule's arithmetic, from 1: results of different revisions differ.
  public var revision: Int
}
