import Foundation
import Kernels
import Testing

@testable import Optimizers

/// What `References/trajectories.py` wrote for one library.
struct TrajectoryReferences: Decodable {
  let updates: Int
  let recorded: [Int]
  let start: [Double]
  let curvature: [Double]
  let center: [Double]
  let cases: [TrajectoryCase]

  init(_ library: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("References/\(library).json")
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }

  /// The gradient of the objective, in the order of operations of the generator.
  func gradient(_ x: [Double]) -> [Double] {
    (0..<4).map { i in
      let (left, right) = (x[(i + 3) % 4], x[(i + 1) % 4])
      let pull = curvature[i] * (x[i] - center[i])
      let coupling = 0.25 * ((x[i] - left) + (x[i] - right))
      return (pull + coupling) + 0.125 * ((x[i] * x[i]) * x[i])
    }
  }

  /// The recorded points of our own run of a case.
  func run(
    _ reference: TrajectoryCase, layout: ParameterLayout? = nil
  ) throws -> [[Double]] {
    var parameters = start
    var optimizer = Optimizer(
      configuration: try reference.configuration(), initialParameters: start,
      updatesPerEpoch: reference.updatesPerEpoch, totalUpdates: updates, layout: layout)
    var points: [[Double]] = []
    for update in 1...updates {
      var gradient = gradient(parameters)
      optimizer.step(parameters: &parameters, gradient: &gradient)
      if recorded.contains(update) { points.append(parameters) }
    }
    return points
  }
}

/// One optimizer on the objective, and where a library took it.
struct TrajectoryCase: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let source: String
  let kind: String
  let variant: String?
  let given: [String: ReferenceValue]
  let schedule: [String: ReferenceValue]?
  let lookahead: [String: ReferenceValue]?
  let updatesPerEpoch: Int
  let noise: Double
  let trajectory: [[Double]]

  enum CodingKeys: String, CodingKey {
    case name, source, kind, variant, given, schedule, lookahead, noise, trajectory
    case updatesPerEpoch = "updates_per_epoch"
  }

  var testDescription: String { "\(name) (\(source))" }

  func configuration() throws -> OptimizerConfiguration {
    let kind = try #require(OptimizerKind(rawValue: kind))
    // A name that is not declared would silently test the default.
    let declared = kind.hyperparameters(variant: variant)
    for (name, value) in given {
      let hyperparameter = try #require(declared.first { $0.name == name }, "\(name)")
      #expect(hyperparameter.domain.contains(value.value))
    }
    var course = Schedule.constant
    if let schedule { course = try #require(Schedule(reference: schedule)) }
    return try OptimizerConfiguration.resolve(
      kind: kind, variant: variant, given: given.mapValues(\.value), schedule: course,
      lookahead: lookahead.map { Lookahead(given: $0.mapValues(\.value)) })
  }
}

/// A hyperparameter in a reference file.
struct ReferenceValue: Decodable, Sendable {
  let value: HyperparameterValue

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      value = .flag(flag)
    } else if let name = try? container.decode(String.self) {
      value = .choice(name)
    } else {
      value = .number(try container.decode(Double.self))
    }
  }
}
