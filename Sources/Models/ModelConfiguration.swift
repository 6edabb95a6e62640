import Datasets
import SpecLanguage

/// The model that a problem trains, with every option resolved.
public struct ModelConfiguration: Sendable {
  private let model: any Model

  /// A model of any kind.
  package init(_ model: any Model) { self.model = model }

  /// The kind of the model.
  public var kind: ModelKind { model.kind }

  /// What the target must be used for; nil where it may be anything.
  public var task: Task? { model.task }

  /// How many classes the target must have; nil for any number.
  public var classCount: Int? { model.classCount }

  /// Whether the model learns from data but leaves its target alone.
  public var ignoresTarget: Bool { model.ignoresTarget }

  /// Whether this is a test function in two dimensions, whose runs can be drawn as paths.
  public var isPlanar: Bool { model.isPlanar }

  /// Whether its initial parameters are drawn, so that they depend on the seed.
  public var startsAtRandom: Bool { model.startsAtRandom }

  /// The test function, where the model is one.
  public var testFunction: TestFunctionConfiguration? {
    (model as? TestFunctionModel)?.configuration
  }

  /// The model in a table cell.
  public var phrase: String { model.phrase }

  /// The metric of this model on a target for `task`; nil for a test function.
  public func metric(of task: Task?) -> Metric? { model.metric(of: task) }

  /// How many parameters the model has on such data, as a number that cannot overflow.
  ///
  /// The target must suit the model; see ``task`` and ``classCount``.
  public func parameterCount(featureCount: Int, target: Target) -> Double {
    model.parameterCount(featureCount: featureCount, target: target)
  }

  /// The widths of its layers on such data, from the features to the output; none for a test function.
  ///
  /// The target must suit the model; see ``task`` and ``classCount``.
  public func widths(featureCount: Int, target: Target) -> [Int] {
    model.widths(featureCount: featureCount, target: target)
  }

  /// The function that this model minimizes on `data`, which a test function passes over.
  ///
  /// The target of `data` must suit the model; see ``task`` and ``classCount``.
  public func makeObjective(data: ProblemData) -> any Objective { model.makeObjective(data: data) }

  /// Where the training loss on `data` is least, penalties included: the known optimum of a test function,
  /// the computed one of `linear`, `logistic` and `softmax` with a relative gap below 1e-10; nil for other
  /// models, and where it was not found.
  public func optimum(on data: ProblemData) -> Optimum? { model.optimum(on: data) }

  /// What is minimized, from where: a clause that ends in a full stop.
  ///
  /// - Parameter metric: the model's on its data.
  public func definition(metric: Metric?) -> String { model.definition(metric: metric) }

  /// All that the model's arithmetic depends on, as a value with one text.
  package var canonical: JSONLiteral {
    .object(
      model.options + [
        .init(key: "kind", value: .text(kind.name)),
        .init(key: "revision", value: .whole(kind.revision)),
      ])
  }
}

extension ModelConfiguration: Hashable {
  /// Models are the same when their kinds and options are.
  public static func == (one: ModelConfiguration, other: ModelConfiguration) -> Bool {
    AnyHashable(one.model) == AnyHashable(other.model)
  }

  /// Hashes kind and options.
  public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(model)) }
}
