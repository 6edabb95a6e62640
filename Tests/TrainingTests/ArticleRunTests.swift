import Datasets
import Models
import Optimizers
import Testing
import Training

/// The figures are those of the script that the article came with, run with NumPy and
/// scikit-learn's diabetes data.
@Suite("The article's run")
struct ArticleRunTests {
  private func record(epochs: Int, record: RecordInterval) throws -> RunRecord {
    let request = RunRequest(
      RunSetup(
        problem: "any name", dataset: try Dataset.load(.bundled("diabetes")),
        split: SplitShares(test: 0.2, validation: 0.2), standardize: .none,
        standardizeTarget: .none, model: .linear(LinearConfiguration()),
        budget: Budget(epochs: epochs, record: record),
        optimizer: try optimizer(.nadam, variant: "article", ["learning_rate": 0.1]),
        generator: .numpyLegacy), seed: 42)
    return request.run()
  }

  @Test("Training losses up to 10,000 epochs")
  func losses() throws {
    let curve = try record(epochs: 10_000, record: .every(1)).curve
    let losses = [1, 100, 1000, 10_000].map { curve[$0].trainLoss }
    let expected = [
      28473.372409379932, 25197.01581855652, 8586.089874672438, 2820.9962539294497,
    ]
    // Relative; the largest deviation measured is 4.3e-16.
    #expect(relativeDeviation(losses, from: expected) <= 1e-12)
  }

  @Test("Sizes of the split: an epoch uses the gradients of 284 examples")
  func sizes() throws {
    let dataset = try Dataset.load(.bundled("diabetes"))
    let sizes = SplitShares().sizes(exampleCount: dataset.exampleCount)
    #expect(sizes == (284, 70, 88))
    #expect(try record(epochs: 3, record: .automatic).gradientEvaluations == 3 * 284)
  }

  @Test("The initial point: weights first, then the bias")
  func start() {
    var streams = RunStreams(generator: .numpyLegacy, seed: 42, problem: "any name")
    let first = streams.splitPermutation(442)
    let second = streams.splitPermutation(354)
    #expect(Array(first.prefix(8)) == [287, 211, 72, 321, 73, 418, 367, 354])
    #expect(Array(second.prefix(6)) == [206, 280, 243, 254, 119, 63])
    let examples = Examples(
      featureCount: 10, features: .dense([]), target: .numbers([]), rows: [])
    let objective = ModelConfiguration.linear(LinearConfiguration()).makeObjective(
      data: ProblemData(training: examples, validation: examples, test: examples, targetScale: 1))
    let parameters = streams.initialParameters(of: objective)
    #expect(parameters.count == 11)
    #expect(parameters.first == -0.9857260463355437)
    #expect(parameters.last == -0.6997255079925856)
  }

  @Test("A long run comes to the least squares solution")
  func leastSquares() throws {
    let request = RunRequest(
      RunSetup(
        problem: "any name", dataset: try Dataset.load(.bundled("diabetes")),
        split: SplitShares(), standardize: .none, standardizeTarget: .none,
        model: .linear(LinearConfiguration()), budget: Budget(epochs: 20_000),
        optimizer: try optimizer(.sgd, ["learning_rate": 0.5, "momentum": 0.99]),
        generator: .numpyLegacy), seed: 42)
    let record = request.run()
    let losses = [record.trainLoss, record.validationLoss ?? .nan, record.testLoss ?? .nan]
    let expected = [2813.2590327034113, 3185.514718159441, 2969.9117738246246]
    #expect(relativeDeviation(losses, from: expected) <= 1e-12)
    // The same without a run: √2969.9117738246246 is the test RMSE of least squares.
    let optimum = try #require(request.yardsticks().optimum)
    let found = [optimum.loss, optimum.testMetric ?? .nan]
    #expect(relativeDeviation(found, from: [expected[0], expected[2].squareRoot()]) <= 1e-12)
  }
}
