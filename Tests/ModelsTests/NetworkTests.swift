import Datasets
import Kernels
import Testing

@testable import Models

@Suite("Models against PyTorch")
struct NetworkTests {
  /// A case of `References/networks.py`.
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let model: String
    let count: Int
    let width: Int
    let hidden: [Int]
    let activation: String
    let classes: Int
    let l2: Double
    let batch: [Int]?
    let features: [Double]
    let numbers: [Double]
    let labels: [Int]
    let parameters: [Double]
    let loss: Double
    let gradient: [Double]
    let dataLoss: Double
    let metric: Double

    var testDescription: String {
      "\(model) \(hidden) \(activation), \(classes) classes, "
        + "\(batch.map { "\($0.count) of " } ?? "")\(count) x \(width), l2 \(l2)"
    }

    var configuration: ModelConfiguration {
      get throws {
        let network = NetworkConfiguration(
          hidden: hidden, activation: try #require(Activation(rawValue: activation)), l2: l2)
        return switch model {
        case "linear": .linear(LinearConfiguration(l2: l2))
        case "logistic": .logistic(LinearConfiguration(l2: l2))
        case "softmax": .softmax(LinearConfiguration(l2: l2))
        case "autoencoder": .autoencoder(network)
        default: .mlp(network)
        }
      }
    }

    var target: Target {
      classes == 0 ? .numbers(numbers) : .classes(labels, names: (0..<classes).map { "\($0)" })
    }

    /// The model with the case's examples in every part of the data, behind a row that is no example.
    func objective(isSparse: Bool, targetScale: Double = 1) throws -> any Objective {
      let table = [Double](repeating: 99, count: width) + features
      let padded: Target =
        switch target {
        case .numbers(let numbers): .numbers([1e9] + numbers)
        case .classes(let classes, let names): .classes([0] + classes, names: names)
        }
      let examples = Examples(
        featureCount: width, features: isSparse ? sparse(table, width: width) : .dense(table),
        target: padded, rows: Array(1...count))
      return try configuration.makeObjective(
        data: ProblemData(
          training: examples, validation: examples, test: examples, targetScale: targetScale))
    }

    var slice: Batch { .amongOthers(batch) }
  }

  static let cases = Result { try reference("networks.json", as: [Case].self) }

  /// Relative; the largest deviation measured is 2.2e-15, of a gradient.
  static let tolerance = 1e-14

  @Test(
    "Loss and gradient agree with PyTorch's autograd", arguments: try cases.get(), [false, true])
  func autograd(reference: Case, isSparse: Bool) throws {
    var objective = try reference.objective(isSparse: isSparse)
    #expect(objective.parameterCount == reference.parameters.count)
    #expect(objective.trainingCount == reference.count)
    var gradient = [Double](repeating: .nan, count: reference.parameters.count)
    let loss = objective.lossAndGradient(
      at: reference.parameters, of: reference.slice, gradient: &gradient)
    #expect(deviation([loss], from: [reference.loss]) <= Self.tolerance)
    #expect(deviation(gradient, from: reference.gradient) <= Self.tolerance)
  }

  @Test(
    "The gradient is that of the loss by central differences",
    arguments: try cases.get().filter { $0.count < 20 })
  func differences(reference: Case) throws {
    var objective = try reference.objective(isSparse: false)
    var gradient = [Double](repeating: .nan, count: reference.parameters.count)
    _ = objective.lossAndGradient(
      at: reference.parameters, of: reference.slice, gradient: &gradient)
    var unused = gradient
    let estimate = centralDifferences(
      { objective.lossAndGradient(at: $0, of: reference.slice, gradient: &unused) },
      at: reference.parameters)
    // The largest deviation measured is 8.5e-10.
    #expect(deviation(estimate, from: gradient) <= 1e-8)
  }

  @Test(
    "Each part has its loss and metric, the training loss the penalty",
    arguments: try cases.get().filter { $0.batch == nil }, [false, true])
  func evaluation(reference: Case, isSparse: Bool) throws {
    var objective = try reference.objective(isSparse: isSparse, targetScale: 77)
    var gradient = [Double](repeating: 0, count: reference.parameters.count)
    let loss = objective.lossAndGradient(
      at: reference.parameters, of: .full, gradient: &gradient)
    // The target's unit is that of numbers only: neither of shares nor of features.
    let unit = ["linear", "mlp"].contains(reference.model) && reference.classes == 0 ? 77.0 : 1
    for part in DataPart.allCases {
      let found = objective.evaluate(at: reference.parameters, on: part)
      let evaluation = try #require(found)
      let metric = try #require(evaluation.metric)
      #expect(deviation([metric], from: [unit * reference.metric]) <= Self.tolerance)
      if part == .training {
        #expect(evaluation.loss == loss)
      } else {
        #expect(deviation([evaluation.loss], from: [reference.dataLoss]) <= Self.tolerance)
      }
    }
  }

  @Test("Sparse features give networks the bits of dense ones")
  func sparseBits() throws {
    for reference in try Self.cases.get() where !["linear", "logistic"].contains(reference.model) {
      var (dense, sparse) = (
        try reference.objective(isSparse: false), try reference.objective(isSparse: true)
      )
      var gradients = Array(
        repeating: [Double](repeating: 0, count: reference.parameters.count), count: 2)
      let losses = [
        dense.lossAndGradient(
          at: reference.parameters, of: reference.slice, gradient: &gradients[0]),
        sparse.lossAndGradient(
          at: reference.parameters, of: reference.slice, gradient: &gradients[1]),
      ]
      #expect(losses[0] == losses[1] && gradients[0] == gradients[1])
    }
  }

  @Test("A batch of all examples in their order has the bits of the full set")
  func batchOfAll() throws {
    for reference in try Self.cases.get() where reference.batch == nil {
      for isSparse in [false, true] {
        var objective = try reference.objective(isSparse: isSparse)
        var full = [Double](repeating: 0, count: reference.parameters.count)
        var batch = full
        let rows = Array(0..<reference.count)
        let first = objective.lossAndGradient(
          at: reference.parameters, of: .full, gradient: &full)
        let second = objective.lossAndGradient(
          at: reference.parameters, of: .examples(rows[...]), gradient: &batch)
        #expect(first == second && full == batch)
      }
    }
  }

  @Test("A copy keeps work space of its own, and a call leaves nothing behind")
  func isValue() throws {
    for reference in try Self.cases.get() {
      let objective = try reference.objective(isSparse: false)
      var (one, other) = (objective, objective)
      var gradient = [Double](repeating: 0, count: reference.parameters.count)
      var again = gradient
      _ = one.lossAndGradient(at: reference.parameters, of: reference.slice, gradient: &gradient)
      _ = other.lossAndGradient(
        at: reference.parameters.map { -$0 }, of: .full, gradient: &again)
      _ = one.evaluate(at: again, on: .test)
      _ = one.lossAndGradient(at: reference.parameters, of: reference.slice, gradient: &again)
      #expect(gradient == again)
    }
  }

  @Test("Parameters that are not finite give a loss that is not")
  func overflow() throws {
    for reference in try Self.cases.get() {
      for isSparse in [false, true] {
        var objective = try reference.objective(isSparse: isSparse)
        var gradient = [Double](repeating: 0, count: reference.parameters.count)
        let parameters = [Double](repeating: .nan, count: reference.parameters.count)
        let loss = objective.lossAndGradient(
          at: parameters, of: reference.slice, gradient: &gradient)
        #expect(!loss.isFinite)
        #expect(objective.evaluate(at: parameters, on: .training)?.loss.isFinite == false)
      }
    }
  }

  @Test("An empty part has no evaluation", arguments: [false, true])
  func emptyParts(isSparse: Bool) throws {
    for reference in try Self.cases.get() where reference.batch == nil && reference.count == 17 {
      let features =
        isSparse
        ? sparse(reference.features, width: reference.width) : .dense(reference.features)
      func examples(_ rows: [Int]) -> Examples {
        Examples(
          featureCount: reference.width, features: features, target: reference.target, rows: rows)
      }
      var objective = try reference.configuration.makeObjective(
        data: ProblemData(
          training: examples(Array(0..<17)), validation: examples([]), test: examples([]),
          targetScale: 1))
      #expect(objective.evaluate(at: reference.parameters, on: .validation) == nil)
      #expect(objective.evaluate(at: reference.parameters, on: .test) == nil)
      #expect(objective.evaluate(at: reference.parameters, on: .training) != nil)
    }
  }
}

/// The numbers of a table without its zeros.
func sparse(_ values: [Double], width: Int) -> Features {
  var rows = SparseRows()
  for start in stride(from: 0, to: values.count, by: width) {
    for column in 0..<width where values[start + column] != 0 {
      rows.columns.append(Int32(column))
      rows.values.append(values[start + column])
    }
    rows.rowStarts.append(rows.values.count)
  }
  return .sparse(rows)
}
