import Testing

@testable import Optimizers

@Suite("Effective steps: the update divided by the rate under a constant gradient 1")
struct EffectiveStepTests {
  /// β1 = .9, β2 = .999, ε = 0, ψ = .004, at t = 1, 2, 10, 100: computed with high precision from
  /// the formulas of each source, twelve digits.
  static let table: [(variant: String, momentumDecay: Double?, scale: Double, steps: [Double])] = [
    ("article", 4e-3, 1, [5.5811320325, 3.00125272628, 1.13703222255, 1.00007455103]),
    // The column of the table leaves out the β2 that the paper's v̂ has.
    (
      "dozat", 4e-3, 0.999.squareRoot(),
      [1.31044330381, 1.08459602439, 1.00017705693, 1.0000722836]
    ),
    ("pytorch", 4e-3, 1, [1.05645177836, 0.783684356791, 0.84312074379, 1.00006013546]),
    ("keras", 1, 1, [1.06278780331, 0.773590685107, 0.79956945865, 1.00027995409]),
    ("optax", nil, 1, [1.47368421053, 1.15731209944, 1.00780163508, 1.00000026563]),
    ("algoperf", nil, 1, [1.9, 1.42631578947, 1.05353399328, 1.00000265621]),
  ]

  @Test("Nadam's variants take the steps of the reference table", arguments: table)
  func matchesTable(variant: String, momentumDecay: Double?, scale: Double, steps: [Double]) throws
  {
    var given: [String: HyperparameterValue] = ["epsilon": .number(0)]
    given["momentum_decay"] = momentumDecay.map { .number($0) }
    let configuration = try OptimizerConfiguration.resolve(
      kind: .nadam, variant: variant, given: given)
    let computed = configuration.effectiveSteps(count: 100)
    for (update, expected) in zip([1, 2, 10, 100], steps) {
      let step = computed[update - 1] * scale
      // Relative, half a unit of the table's last digit and a little more.
      #expect(abs(step - expected) <= 6e-12 * expected, "t = \(update): \(step)")
    }
  }

  @Test("Adam, Adamax and Lion step by the rate itself")
  func unitSteps() throws {
    for kind in [OptimizerKind.adam, .adamw, .adamax, .lion] {
      let given: [String: HyperparameterValue] = kind == .lion ? [:] : ["epsilon": .number(0)]
      let configuration = try OptimizerConfiguration.resolve(kind: kind, given: given)
      for step in configuration.effectiveSteps(count: 200) {
        #expect(abs(step - 1) <= 1e-12, "\(kind)")
      }
    }
  }

  @Test("Decay, clipping, schedule and lookahead leave the effective step alone")
  func onlyTheRule() throws {
    let plain = try OptimizerConfiguration.resolve(kind: .nadam)
    let dressed = try OptimizerConfiguration.resolve(
      kind: .nadam,
      given: [
        "weight_decay": .number(0.5), "clip_value": .number(0.1), "learning_rate": .number(7),
      ],
      schedule: Schedule(.cosine(final: 0), warmup: 9), lookahead: Lookahead(interval: 2))
    #expect(plain.effectiveSteps(count: 30) == dressed.effectiveSteps(count: 30))
  }
}
