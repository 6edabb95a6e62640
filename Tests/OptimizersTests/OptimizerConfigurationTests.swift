import Testing

@testable import Optimizers

@Suite("Declarations and their resolution")
struct OptimizerConfigurationTests {
  private static let everyDeclaration = OptimizerKind.allCases.flatMap { kind in
    kind.variants.isEmpty ? [(kind, nil)] : kind.variants.map { (kind, Optional($0)) }
  }

  @Test("Every kind declares the rate first and the common keys last", arguments: everyDeclaration)
  func order(kind: OptimizerKind, variant: String?) {
    let names = kind.hyperparameters(variant: variant).map(\.name)
    #expect(names.first == "learning_rate")
    #expect(
      names.suffix(5) == ["weight_decay", "decoupled", "decay", "clip_value", "clip_norm"])
    #expect(Set(names).count == names.count)
  }

  @Test(
    "Every default lies in its domain and every meaning is a sentence", arguments: everyDeclaration)
  func domains(kind: OptimizerKind, variant: String?) {
    for hyperparameter in kind.hyperparameters(variant: variant) {
      if let value = hyperparameter.defaultValue {
        #expect(hyperparameter.domain.contains(value), "\(hyperparameter.name)")
      } else {
        #expect(hyperparameter.name.hasPrefix("clip_"))
      }
      #expect(!hyperparameter.symbol.isEmpty && !hyperparameter.meaning.hasSuffix("."))
    }
  }

  @Test("Every rule is described", arguments: everyDeclaration)
  func descriptions(kind: OptimizerKind, variant: String?) throws {
    let description = kind.description(variant: variant)
    #expect(!description.title.isEmpty && !description.source.isEmpty && description.revision >= 1)
    #expect(!description.differences.isEmpty && !description.cost.isEmpty)
    for line in description.formula {
      #expect(line.filter { $0 == "{" }.count == line.filter { $0 == "}" }.count, "\(line)")
      #expect(!line.contains("$") && !line.contains("\n"))
    }
    #expect(!(try OptimizerConfiguration.resolve(kind: kind, variant: variant).formula.isEmpty))
  }

  @Test("The defaults are those of the table")
  func defaults() throws {
    let table: [(OptimizerKind, String?, [String: Double])] = [
      (.sgd, nil, ["learning_rate": 1e-3, "momentum": 0, "dampening": 0, "weight_decay": 0]),
      (.adam, nil, ["learning_rate": 1e-3, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8]),
      (.adamw, nil, ["learning_rate": 1e-3, "epsilon": 1e-8, "weight_decay": 1e-2]),
      (.nadam, nil, ["learning_rate": 2e-3, "epsilon": 1e-8, "momentum_decay": 4e-3]),
      (.nadam, "pytorch", ["learning_rate": 2e-3, "momentum_decay": 4e-3]),
      (.nadam, "dozat", ["learning_rate": 2e-3, "momentum_decay": 4e-3]),
      (.nadam, "keras", ["learning_rate": 1e-3, "epsilon": 1e-7, "momentum_decay": 1]),
      (.nadam, "optax", ["learning_rate": 1e-3, "epsilon": 1e-8]),
      (.nadam, "algoperf", ["learning_rate": 1e-3, "epsilon": 1e-8]),
      (.nadam, "article", ["learning_rate": 1e-3, "momentum_decay": 4e-3]),
      (.nadamw, nil, ["learning_rate": 1e-3, "weight_decay": 1e-2]),
      (.rmsprop, nil, ["learning_rate": 1e-2, "alpha": 0.99, "epsilon": 1e-8, "momentum": 0]),
      (.adagrad, nil, ["learning_rate": 1e-2, "epsilon": 1e-10, "learning_rate_decay": 0]),
      (.adadelta, nil, ["learning_rate": 1, "rho": 0.9, "epsilon": 1e-6]),
      (.adamax, nil, ["learning_rate": 2e-3, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8]),
      (.radam, nil, ["learning_rate": 1e-3, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8]),
      (.lion, nil, ["learning_rate": 1e-4, "beta1": 0.9, "beta2": 0.99, "weight_decay": 0]),
    ]
    for (kind, variant, values) in table {
      let configuration = try OptimizerConfiguration.resolve(kind: kind, variant: variant)
      for (name, value) in values {
        #expect(configuration.values[name] == .number(value), "\(kind) \(name)")
      }
      let isDecoupled = [.adamw, .nadamw, .lion].contains(kind)
      #expect(configuration.values["decoupled"] == .flag(isDecoupled), "\(kind)")
      #expect(configuration.values["clip_norm"] == nil && configuration.values["clip_value"] == nil)
    }
  }

  @Test("The momentum schedule is declared for the variants that have it")
  func momentumDecay() {
    for variant in OptimizerKind.nadam.variants {
      let names = OptimizerKind.nadam.hyperparameters(variant: variant).map(\.name)
      #expect(names.contains("momentum_decay") == !["optax", "algoperf"].contains(variant))
    }
    #expect(!OptimizerKind.nadamw.hyperparameters().contains { $0.name == "momentum_decay" })
  }

  @Test("Domains have the ends that they state")
  func ends() {
    func domain(_ kind: OptimizerKind, _ name: String) -> HyperparameterDomain? {
      kind.hyperparameters().first { $0.name == name }?.domain
    }
    let cases: [(OptimizerKind, String, allowed: [Double], not: [Double])] = [
      (.adam, "learning_rate", [.leastNonzeroMagnitude, 1e300], [0, -1, .infinity, .nan]),
      (.adam, "beta1", [0, 0.5, 1.0.nextDown], [1, -.leastNonzeroMagnitude, .nan]),
      (.adam, "beta2", [0, 1.0.nextDown], [1]),
      (.adam, "epsilon", [0, 1], [-1e-9, .infinity]),
      (.adadelta, "epsilon", [1e-300], [0]),
      (.sgd, "momentum", [0, 0.99], [1]),
      (.sgd, "dampening", [0, 1], [1.5]),
      (.sgd, "weight_decay", [0, 3], [-1]),
      (.sgd, "clip_norm", [1e-9], [0]),
    ]
    for (kind, name, allowed, not) in cases {
      let domain = domain(kind, name)
      for value in allowed { #expect(domain?.contains(.number(value)) == true, "\(name) \(value)") }
      for value in not { #expect(domain?.contains(.number(value)) == false, "\(name) \(value)") }
    }
    let interval = Lookahead.parameters[0].domain
    #expect(interval.contains(.number(4)) && !interval.contains(.number(4.5)))
    #expect(!interval.contains(.number(0)) && !interval.contains(.flag(true)))
  }

  @Test("Nesterov needs momentum and excludes dampening")
  func conflicts() throws {
    #expect(
      throws: HyperparameterConflict(
        name: "nesterov", message: "nesterov needs momentum",
        help: "give 'momentum' a value above 0, such as 0.9, or leave 'nesterov' out")
    ) {
      try OptimizerConfiguration.resolve(kind: .sgd, given: ["nesterov": .flag(true)])
    }
    #expect(
      throws: HyperparameterConflict(
        name: "nesterov", message: "nesterov and dampening exclude each other",
        help: "leave 'dampening' out, or 'nesterov'")
    ) {
      try OptimizerConfiguration.resolve(
        kind: .sgd,
        given: ["nesterov": .flag(true), "momentum": .number(0.9), "dampening": .number(0.1)])
    }
  }

  @Test("The formula says what runs, in its order")
  func formula() throws {
    let configuration = try OptimizerConfiguration.resolve(
      kind: .sgd,
      given: [
        "momentum": .number(0.9), "nesterov": .flag(true), "weight_decay": .number(0.1),
        "clip_norm": .number(1), "clip_value": .number(2),
      ], lookahead: Lookahead())
    #expect(
      configuration.formula == [
        #"g \leftarrow \min(\max(g, -c_\infty), c_\infty)"#,
        #"g \leftarrow \frac{c_2}{\max(\lVert g \rVert_2, c_2)}\, g"#,
        #"g \leftarrow g + \lambda\, \theta"#,
        #"b \leftarrow \begin{cases} g & t = 1 \\ \mu b + (1 - d)\, g & t > 1 \end{cases}"#,
        #"\theta \leftarrow \theta - \eta\, (g + \mu b)"#,
        #"\text{every } k \text{ updates: } s \leftarrow s + \alpha\, (\theta - s), "#
          + #"\quad \theta \leftarrow s"#,
      ])
  }
}
