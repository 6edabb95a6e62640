import Testing

@testable import Optimizers

@Suite("What holds for every rule and every option")
struct OptimizerLawTests {
  /// Gradients of many sizes, zeros among them.
  private static func gradient(_ update: Int) -> [Double] {
    [0, 1e-3 * Double(update % 7 - 3), Double(update % 3) - 1, 1e8, -1e-200]
  }

  @Test(
    "Output is finite, also without epsilon and where no gradient ever comes",
    arguments: Examples.all)
  func finite(example: Example) throws {
    for epsilon in [nil, 0.0] {
      let hasEpsilon = example.kind.hyperparameters().contains {
        $0.name == "epsilon" && $0.domain.contains(.number(0))
      }
      if epsilon != nil && !hasEpsilon { continue }
      var parameters = [1.0, 2, -3, 4, 0]
      var optimizer = try example.optimizer(
        at: parameters, epsilon.map { ["epsilon": .number($0)] } ?? [:])
      for update in 1...500 {
        var gradient = Self.gradient(update)
        optimizer.step(parameters: &parameters, gradient: &gradient)
        let isFinite = parameters.allSatisfy(\.isFinite)
        try #require(isFinite, "update \(update): \(parameters)")
      }
    }
  }

  /// Gradients and α with which rounding makes v − ḡ² negative within 200 updates.
  @Test(
    "A constant gradient has no deviation below 0",
    arguments: [(0.758384796150766, 0.2), (2.130138596573794, 0.3), (4.701830897614702, 0.8)])
  func constantGradient(size: Double, alpha: Double) throws {
    let example = Example(
      name: "centered", kind: .rmsprop, given: ["centered": .flag(true), "alpha": .number(alpha)])
    var parameters = [1.0]
    var optimizer = try example.optimizer(at: parameters)
    for _ in 1...300 {
      var gradient = [size]
      optimizer.step(parameters: &parameters, gradient: &gradient)
    }
    #expect(parameters[0].isFinite)
  }

  @Test("What is not a number is not hidden, also without epsilon", arguments: Examples.all)
  func notANumber(example: Example) throws {
    for epsilon in [1e-8, 0] where epsilon > 0 || example.kind != .adadelta {
      var parameters = [1.0, 2]
      var optimizer = try example.optimizer(at: parameters, ["epsilon": .number(epsilon)])
      var gradient = [Double.nan, 1]
      optimizer.step(parameters: &parameters, gradient: &gradient)
      #expect(!parameters[0].isFinite)
    }
  }

  @Test(
    "Replay from a copy gives the same bits, and leaves the original alone", arguments: Examples.all
  )
  func replay(example: Example) throws {
    var parameters = [1.0, 2, -3, 4, 0]
    var optimizer = try example.optimizer(at: parameters)
    for update in 1...33 {
      var gradient = Self.gradient(update)
      optimizer.step(parameters: &parameters, gradient: &gradient)
    }
    func continued(_ optimizer: Optimizer, _ parameters: [Double]) -> [Double] {
      var (optimizer, parameters) = (optimizer, parameters)
      for update in 34...80 {
        var gradient = Self.gradient(update)
        optimizer.step(parameters: &parameters, gradient: &gradient)
      }
      #expect(optimizer.updates == 80)
      return parameters
    }
    #expect(continued(optimizer, parameters) == continued(optimizer, parameters))
    #expect(optimizer.updates == 33)
  }

  @Test("Without a gradient a rule stays still", arguments: Examples.rules)
  func still(example: Example) throws {
    var parameters = [1.0, -2, 0]
    var optimizer = try example.optimizer(at: parameters)
    for _ in 1...20 {
      var gradient = [0.0, 0, 0]
      optimizer.step(parameters: &parameters, gradient: &gradient)
    }
    #expect(parameters == [1, -2, 0])
  }

  @Test("Decay shrinks where there is no gradient", arguments: Examples.rules, [true, false])
  func decay(example: Example, decoupled: Bool) throws {
    let start = [1.0, -2]
    var parameters = start
    var optimizer = try example.optimizer(
      at: parameters,
      [
        "weight_decay": .number(0.1), "decoupled": .flag(decoupled), "learning_rate": .number(0.01),
      ])
    for _ in 1...20 {
      var gradient = [0.0, 0]
      optimizer.step(parameters: &parameters, gradient: &gradient)
    }
    for (end, first) in zip(parameters, start) {
      #expect(end.magnitude < first.magnitude && end.sign == first.sign)
      if decoupled {
        // (1 − rate · decay)^20, each factor rounded.
        let expected = first * 0.9801888648295347
        #expect(abs(end - expected) <= 1e-14 * abs(expected))
      }
    }
  }

  /// Rates at which each kind goes down Rosenbrock's valley; where a rule does not divide by the
  /// gradient's size, the walls allow no more.
  private static func carefulRate(_ kind: OptimizerKind) -> Double {
    switch kind {
    case .sgd, .radam: 1e-4
    case .adadelta: 1
    default: rate(kind)
    }
  }

  /// A rate at which each kind converges within the budget.
  private static func rate(_ kind: OptimizerKind) -> Double {
    switch kind {
    case .sgd: 1e-3
    case .adagrad: 0.5
    case .adadelta: 5
    case .rmsprop, .lion: 1e-3
    default: 0.01
    }
  }

  @Test("Reaches the bottom of a parabola", arguments: Examples.all)
  func parabola(example: Example) throws {
    var parameters = [2.0, -3]
    let updates = 20_000
    var optimizer = try example.optimizer(
      at: parameters, updates: updates,
      ["learning_rate": .number(Self.rate(example.kind)), "weight_decay": .number(0)])
    for _ in 0..<updates {
      var gradient = [2 * (parameters[0] - 1), 8 * (parameters[1] + 1)]
      optimizer.step(parameters: &parameters, gradient: &gradient)
    }
    #expect(abs(parameters[0] - 1) < 0.02 && abs(parameters[1] + 1) < 0.02, "\(parameters)")
  }

  @Test("Goes down the valley of Rosenbrock's function", arguments: Examples.all)
  func rosenbrock(example: Example) throws {
    var parameters = [-1.2, 1]
    let updates = 50_000
    var optimizer = try example.optimizer(
      at: parameters, updates: updates,
      [
        "learning_rate": .number(Self.carefulRate(example.kind)), "weight_decay": .number(0),
      ])
    for _ in 0..<updates {
      let (x, y) = (parameters[0], parameters[1])
      var gradient = [-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)]
      optimizer.step(parameters: &parameters, gradient: &gradient)
    }
    let (x, y) = (parameters[0], parameters[1])
    // From 24.2 at the start.
    let value = 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
    #expect(value < 1.1, "\(value) at \(parameters)")
  }
}
