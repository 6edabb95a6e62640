import Kernels
import Testing

@testable import Optimizers

@Suite("Trajectories of 300 updates agree with the libraries that people use")
struct TrajectoryTests {
  /// Relative, of each parameter. The largest deviation measured is 4.0e-15 (cosine schedule of
  /// PyTorch, which computes each rate from the last); last-bit noise alone carries to 7.4e-15.
  static let tolerance = 1e-14

  @Test("PyTorch and timm", arguments: try TrajectoryReferences("torch").cases)
  func torch(reference: TrajectoryCase) throws {
    try agree(reference, in: TrajectoryReferences("torch"))
  }

  @Test("optax", arguments: try TrajectoryReferences("optax").cases)
  func optax(reference: TrajectoryCase) throws {
    try agree(reference, in: TrajectoryReferences("optax"))
  }

  @Test("Keras", arguments: try TrajectoryReferences("keras").cases)
  func keras(reference: TrajectoryCase) throws {
    try agree(reference, in: TrajectoryReferences("keras"))
  }

  @Test("The formulas that no library has", arguments: try TrajectoryReferences("formulas").cases)
  func formulas(reference: TrajectoryCase) throws {
    try agree(reference, in: TrajectoryReferences("formulas"))
  }

  /// A layer of two weights and a bias, and a weight of the next layer.
  static let layout = ParameterLayout([
    ParameterLayout.Tensor(
      name: "hidden weight", shape: [2, 1], role: .weight, isFirstLayer: true, isLastLayer: false),
    ParameterLayout.Tensor(
      name: "hidden bias", shape: [1], role: .bias, isFirstLayer: true, isLastLayer: false),
    ParameterLayout.Tensor(
      name: "output weight", shape: [1, 1], role: .weight, isFirstLayer: false, isLastLayer: true),
  ])

  @Test(
    "PyTorch's parameter groups, in which biases do not decay",
    arguments: try TrajectoryReferences("groups").cases)
  func groups(reference: TrajectoryCase) throws {
    let references = try TrajectoryReferences("groups")
    try agree(reference, in: references, layout: Self.layout)
    // Another layout, or decay of all, gives other numbers.
    #expect(try references.run(reference) != references.run(reference, layout: Self.layout))
  }

  @Test("Every kind and every variant of Nadam is among the cases")
  func isComplete() throws {
    var seen: Set<String> = []
    for library in ["torch", "optax", "keras", "formulas"] {
      for reference in try TrajectoryReferences(library).cases {
        seen.insert(reference.kind)
        if let variant = reference.variant { seen.insert(variant) }
      }
    }
    let all = OptimizerKind.allCases.flatMap { [$0.rawValue] + $0.variants }
    #expect(seen == Set(all))
  }

  private func agree(
    _ reference: TrajectoryCase, in references: TrajectoryReferences,
    layout: ParameterLayout? = nil
  ) throws {
    let points = try references.run(reference, layout: layout)
    try #require(points.count == reference.trajectory.count && points.count == 14)
    var deviation = 0.0
    for (point, expected) in zip(points, reference.trajectory) {
      for (x, y) in zip(point, expected) { deviation = max(deviation, abs(x - y) / abs(y)) }
    }
    #expect(deviation <= Self.tolerance, "deviates by \(deviation), noise \(reference.noise)")
  }
}
