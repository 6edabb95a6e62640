import Testing

@testable import Models

@Suite("Test functions")
struct TestFunctionTests {
  /// What `References/models.py` wrote.
  struct References: Decodable {
    let starts: [Case]
    let points: [Case]
    let minima: [Minimum]
  }

  struct Case: Decodable, Sendable {
    let kind: String
    let condition: Double
    let point: [Double]
    let value: Double
    let gradient: [Double]
  }

  struct Minimum: Decodable, Sendable {
    let kind: String
    let point: [Double]
  }

  static let references = Result { try reference("functions.json", as: References.self) }

  /// Relative to the largest component. The largest deviation measured is 1.0e-14, of `rastrigin`,
  /// where PyTorch rounds 2πx before its period comes off; 2.8e-15 for the others.
  static let tolerance = 3e-14

  private func evaluate(
    _ kind: TestFunctionKind, at point: [Double], condition: Double = 1
  ) -> (value: Double, gradient: [Double]) {
    var function = objective(kind, start: point, condition: condition)
    var gradient = [Double](repeating: .nan, count: point.count)
    let value = function.lossAndGradient(at: point, of: .full, gradient: &gradient)
    return (value, gradient)
  }

  private func objective(
    _ kind: TestFunctionKind, start: [Double], condition: Double = 1
  ) -> any Objective {
    ModelConfiguration.testFunction(
      TestFunctionConfiguration(kind: kind, start: start, condition: condition)
    ).makeObjective(data: .none)
  }

  @Test("Value and gradient agree with SciPy's and with PyTorch's autograd")
  func valuesAndGradients() throws {
    let references = try Self.references.get()
    for reference in references.starts + references.points {
      let kind = try #require(TestFunctionKind(rawValue: reference.kind))
      let (value, gradient) = evaluate(
        kind, at: reference.point, condition: reference.condition)
      #expect(
        deviation([value], from: [reference.value]) <= Self.tolerance,
        "\(kind) at \(reference.point)")
      #expect(
        deviation(gradient, from: reference.gradient) <= Self.tolerance,
        "\(kind) at \(reference.point)")
    }
  }

  @Test("The gradient is that of the value by central differences")
  func differences() throws {
    for reference in try Self.references.get().points {
      let kind = try #require(TestFunctionKind(rawValue: reference.kind))
      let estimate = centralDifferences(
        { evaluate(kind, at: $0, condition: reference.condition).value }, at: reference.point)
      #expect(deviation(estimate, from: reference.gradient) <= 1e-6, "\(kind)")
    }
  }

  @Test("Every kind starts where its reference does, and in every dimension that was tried")
  func starts() throws {
    let starts = try Self.references.get().starts
    #expect(Set(starts.map(\.kind)) == Set(TestFunctionKind.allCases.map(\.rawValue)))
    for reference in starts {
      let kind = try #require(TestFunctionKind(rawValue: reference.kind))
      #expect(kind.start(dimension: reference.point.count) == reference.point)
      let function = objective(kind, start: reference.point)
      #expect(function.initialParameters { 7 } == reference.point)
      #expect(function.parameterCount == reference.point.count && function.trainingCount == 1)
    }
  }

  @Test("At every minimum the value and the gradient are 0")
  func minima() throws {
    let minima = try Self.references.get().minima
    #expect(Set(minima.map(\.kind)) == Set(TestFunctionKind.allCases.map(\.rawValue)))
    for minimum in minima {
      let kind = try #require(TestFunctionKind(rawValue: minimum.kind))
      let (value, gradient) = evaluate(kind, at: minimum.point)
      // Himmelblau's minima are no doubles: the gradient is the curvature, below 120, times their
      // rounding, and the value goes with its square.
      let slack = kind == .himmelblau ? 1e-13 : 0
      #expect(value >= 0 && value <= slack * slack)
      #expect(gradient.allSatisfy { $0.magnitude <= slack }, "\(kind): \(gradient)")
    }
  }

  @Test("Beside its minima Rastrigin's function keeps its digits")
  func smallValues() {
    let (value, gradient) = evaluate(.rastrigin, at: [1e-12])
    // x² + 20 sin² πx is (1 + 20π²) x² there, and the gradient (2 + 40π²) x.
    #expect(deviation([value], from: [1.983920880217872e-22]) <= 1e-14)
    #expect(deviation(gradient, from: [3.967841760435743e-10]) <= 1e-14)
  }

  @Test("The curvatures of a quadratic go from exactly 1 to exactly the condition")
  func curvatures() {
    for condition in [1, 3, 10, 1e3, 1e7] {
      #expect(
        evaluate(.quadratic, at: [1, 0, 0, 1], condition: condition).gradient
          == [1, 0, 0, condition])
    }
    #expect(evaluate(.quadratic, at: [3], condition: 50).gradient == [3])
  }

  @Test("Only training can be evaluated, without a metric")
  func evaluation() {
    var function = objective(.beale, start: [1, 1])
    #expect(
      function.evaluate(at: [0, 0], on: .training)
        == Evaluation(loss: 1.5 * 1.5 + 2.25 * 2.25 + 2.625 * 2.625, metric: nil))
    #expect(function.evaluate(at: [0, 0], on: .validation) == nil)
    #expect(function.evaluate(at: [0, 0], on: .test) == nil)
  }

  @Test("Only a test function in two dimensions is planar")
  func planar() {
    func isPlanar(_ dimension: Int) -> Bool {
      ModelConfiguration.testFunction(
        TestFunctionConfiguration(
          kind: .rastrigin, start: TestFunctionKind.rastrigin.start(dimension: dimension))
      ).isPlanar
    }
    #expect([1, 2, 3].map(isPlanar) == [false, true, false])
    #expect(!ModelConfiguration.linear(LinearConfiguration()).isPlanar)
  }
}
