import Datasets
import Kernels
import SpecLanguage

/// A test function, which needs no data.
struct TestFunctionModel: Model {
  let configuration: TestFunctionConfiguration

  var kind: ModelKind { Self.kind(configuration.kind) }
  var isPlanar: Bool { configuration.start.count == 2 }
  var startsAtRandom: Bool { false }
  var phrase: String { configuration.kind.rawValue }
  var options: [JSONLiteral.Member] {
    [
      .init(key: "start", value: .list(configuration.start.map { .number($0) })),
      .init(key: "condition", value: .number(configuration.condition)),
    ]
  }

  func metric(of task: Task?) -> Metric? { nil }

  func parameterCount(featureCount: Int, target: Target) -> Double {
    Double(configuration.start.count)
  }

  func makeObjective(data: ProblemData) -> any Objective { TestFunction(configuration) }

  func optimum(on data: ProblemData) -> Optimum? {
    Optimum(loss: configuration.kind.leastValue)
  }

  func definition(metric: Metric?) -> String {
    let start = configuration.start.map { NumberText.significant($0, 6) }.joined(separator: ", ")
    return "the function’s value is the loss and an epoch is one update; it starts at (\(start))."
  }

  /// The kind of model that a test function is.
  static func kind(_ function: TestFunctionKind) -> ModelKind {
    let dimension = function.hasAnyDimension ? "any dimension" : "two dimensions"
    let start = function.start(dimension: 2).map { NumberText.significant($0, 3) }
      .joined(separator: ", ")
    return ModelKind(
      function.rawValue, summary: "test function, \(dimension): \(function.formula)",
      facts: [
        ("value", function.formula), ("start", "(\(start)) in two dimensions"),
        ("data", "none; an epoch is one update and the loss is the function's value"),
      ], needsData: false, revision: function.revision
    ) { keys in
      TestFunctionConfiguration.asked(of: keys, function).map {
        TestFunctionModel(configuration: $0)
      }
    }
  }
}

extension ModelConfiguration {
  /// A test function, which needs no data.
  public static func testFunction(_ configuration: TestFunctionConfiguration) -> ModelConfiguration
  {
    ModelConfiguration(TestFunctionModel(configuration: configuration))
  }
}
