import Testing

@testable import Reports

/// A curve of one rule at several rates has the name of the rule.
@Suite struct EffectiveStepNamesTests {
  @Test(arguments: [
    (["SGD, 0.001", "SGD, 0.01", "SGD, 0.1"], "SGD"),
    (["Adam (β₁ 0.9), 1", "Adam (β₁ 0.9), 2"], "Adam (β₁ 0.9)"),
    (["SGD with momentum 0.5", "SGD with momentum 0.9"], "SGD with momentum"),
    (["fast", "slow"], ""), (["SGD", "SGDM"], ""), ([], ""),
  ])
  func namesShareTheirFirstWords(names: [String], expected: String) {
    #expect(EffectiveSteps.stem(names) == expected)
  }
}
