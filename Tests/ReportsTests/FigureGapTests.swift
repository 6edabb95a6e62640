import Testing

@testable import Reports

/// What a reader is told of a figure that has nothing to show.
@Suite struct FigureGapTests {
  private static let quantities = "a problem whose runs have the quantity"

  @Test(
    arguments: [
      (LossCurvesContent(), "a problem with this loss, for validation one with validation rows"),
      (TargetProfileContent(), "a problem with a target"),
      (PerformanceProfileContent(), "a problem whose target a run reached"),
      (BoxStripContent(quantity: .testMetric), "\(quantities) test_metric"),
      (
        SensitivityContent(quantity: .validationLoss),
        "optimizers that differ in nothing but the learning rate, and \(quantities) validation_loss"
      ),
      (
        ForestContent(quantity: .epochsToTarget),
        "two optimizers, and \(quantities) epochs_to_target"
      ),
      (
        RankDiagramContent(quantity: .bestValidationLoss),
        "two optimizers and two problems on different rows whose runs have the quantity best_validation_loss"
      ),
      (ContourContent(), "a test function of two dimensions among its problems"),
      (
        EffectiveStepContent(),
        "between 2 and 12 rules whose steps differ; choose some with 'optimizers'"
      ),
    ] as [(any FigureContent, String)])
  func needs(_ content: any FigureContent, _ need: String) {
    let kind = content.kindName
    #expect(
      CellGap(id: "here", content).message
        == "The figure 'here' of kind \(kind) has nothing to show: it needs \(need).")
    #expect(
      CellGap(id: nil, content).message
        == "The figure of kind \(kind) has nothing to show: it needs \(need).")
  }

  @Test func everyKindHasANameOfItsOwn() {
    let names = FigureKinds.all.map { $0.name }
    #expect(Set(names).count == names.count)
  }
}
