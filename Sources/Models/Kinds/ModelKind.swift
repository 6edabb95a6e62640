import SpecLanguage

/// A kind of model that a spec can name.
///
/// Each is declared in the file of its model and listed in `all`; nothing else knows its name.
public struct ModelKind: Sendable {
  /// Its name in a spec.
  public let name: String
  /// What it is, in a line.
  public let summary: String
  /// What a reader should know besides its keys: names and texts.
  public let facts: [(name: String, text: String)]
  /// Whether it learns from a data set; if not, it is a test function.
  public let needsData: Bool
  /// Counts the changes to its arithmetic, from 1: results of different revisions differ.
  public let revision: Int
  /// Asks for its keys.
  let ask: @Sendable (Keys) -> ModelConfiguration?

  init(
    _ name: String, summary: String, facts: [(name: String, text: String)], needsData: Bool = true,
    revision: Int, ask: @escaping @Sendable (Keys) -> (any Model)?
  ) {
    self.name = name
    self.summary = summary
    self.facts = facts
    self.needsData = needsData
    self.revision = revision
    self.ask = { keys in ask(keys).map { ModelConfiguration($0) } }
  }

  /// All kinds, in the order in which they are listed.
  public static let all: [ModelKind] =
    [.linear, .logistic, .softmax, .mlp, .autoencoder]
    + TestFunctionKind.allCases.map(TestFunctionModel.kind)

  /// Describes its keys, for a listing.
  package func describeKeys(_ keys: Keys) { _ = ask(keys) }
}

extension ModelConfiguration {
  /// A model that learns from data: a kind, or an object with `kind`.
  package static let learner = shape(of: ModelKind.all.filter(\.needsData)).defined(as: "model")

  /// A test function: a kind, or an object with `kind`.
  package static let testFunction = shape(of: ModelKind.all.filter { !$0.needsData })
    .defined(as: "test_function")

  /// Any model.
  package static let shape = shape(of: ModelKind.all)

  private static func shape(of kinds: [ModelKind]) -> Shape<ModelConfiguration> {
    .kinds("model", kinds.map { ($0.name, $0) }) { kind, keys in kind.ask(keys) }
  }
}
