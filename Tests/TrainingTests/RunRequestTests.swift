import Datasets
import Kernels
import Models
import Optimizers
import Testing

@testable import Training

@Suite("Runs")
struct RunRequestTests {
  @Test(
    "Optimizers of a seed share split and start; seeds and problems do not",
    arguments: RandomGenerator.allCases)
  func pairing(generator: RandomGenerator) throws {
    func start(_ kind: OptimizerKind, seed: UInt32, problem: String = "small") throws -> [Double?] {
      var request = try RunRequest.onSmallTable(
        budget: Budget(epochs: 1, batchSize: .examples(5)), optimizer: optimizer(kind),
        generator: generator, seed: seed)
      request.problem = problem
      let point = try #require(request.run().curve.first)
      return [point.trainLoss, point.validationLoss]
    }
    let adam = try start(.adam, seed: 4)
    #expect(try start(.nadam, seed: 4) == adam && start(.sgd, seed: 4) == adam)
    #expect(try start(.adam, seed: 5) != adam)
    // A script has one stream whatever its problem is called.
    #expect(try (start(.adam, seed: 4, problem: "other") == adam) == (generator == .numpyLegacy))
  }

  @Test("With philox the batches are the same whether the start is drawn or zero")
  func independentStreams() {
    var drawn = RunStreams(generator: .philox, seed: 8, problem: "p")
    var plain = drawn
    _ = drawn.splitPermutation(20)
    _ = drawn.initialParameters(of: TwoDraws())
    let order = drawn.orderPermutation(20)
    #expect(order == plain.orderPermutation(20))
    #expect(order != plain.orderPermutation(20))
    #expect(plain.splitPermutation(20) != order)
  }

  @Test("What is recorded changes nothing else", arguments: [BatchSize.full, .examples(4)])
  func recording(batchSize: BatchSize) throws {
    var records: [RunRecord] = []
    for record in [RecordInterval.automatic, .every(1), .every(1000)] {
      let request = try RunRequest.onSmallTable(
        budget: Budget(epochs: 150, batchSize: batchSize, record: record),
        optimizer: optimizer(.nadam))
      var run = request.run()
      run.curve = []
      run.bestValidationLoss = nil
      run.bestEpoch = nil
      records.append(run)
    }
    #expect(records[0] == records[1] && records[0] == records[2])
  }

  @Test("The last point of a curve has the final losses")
  func finalLosses() throws {
    for record in [RecordInterval.automatic, .every(1000)] {
      let request = try RunRequest.onSmallTable(
        model: LinearConfiguration(l2: 0.2), budget: Budget(epochs: 30, record: record),
        optimizer: optimizer(.adam))
      let run = request.run()
      let last = try #require(run.curve.last)
      #expect(last.trainLoss == run.trainLoss && last.validationLoss == run.validationLoss)
      #expect(last.step == run.steps && last.epoch == 30)
    }
  }

  @Test("A run is a function of its request")
  func repetition() throws {
    let request = try RunRequest.onSmallTable(
      budget: Budget(epochs: 40, batchSize: .examples(7)), optimizer: optimizer(.adam))
    let record = request.run()
    #expect(request.run() == record)
  }

  @Test("Only a test function in two dimensions keeps its trajectory, one place for each point")
  func trajectory() throws {
    let budget = Budget(epochs: 25, record: .every(10))
    func run(_ kind: TestFunctionKind, _ dimension: Int, rate: Double = 1e-3) throws -> RunRecord {
      let request = RunRequest.on(
        kind, dimension: dimension, budget: budget,
        optimizer: try optimizer(.sgd, ["learning_rate": rate]))
      return request.run()
    }
    let plane = try run(.quadratic, 2)
    let places = try #require(plane.trajectory)
    #expect(places.count == plane.curve.count && places.first == SIMD2(1, 1))
    let last = try #require(places.last)
    // Each update multiplies both by 1 − rate: 0.999²⁵.
    let expected = 0.9752977125970466
    #expect(relativeDeviation([last.x, last.y], from: [expected, expected]) <= 1e-14)
    #expect(try run(.quadratic, 1).trajectory == nil)
    #expect(try run(.quadratic, 3).trajectory == nil)
    let linear = try RunRequest.onSmallTable(budget: budget, optimizer: optimizer(.sgd))
    let record = linear.run()
    #expect(record.trajectory == nil)
    let diverged = try run(.rosenbrock, 2, rate: 10)
    #expect(diverged.status == .diverged)
    #expect(diverged.trajectory?.count == diverged.curve.count)
  }

  @Test("A table without features leaves the bias, which comes to the mean")
  func noFeatures() throws {
    let dataset = Dataset(
      name: "target only", exampleCount: 5, features: .dense([]),
      target: .numbers([1, 2, 3, 4, 10]), provenance: Provenance(source: "", sha256: ""))
    let request = RunRequest(
      RunSetup(
        problem: "bias", dataset: dataset, split: SplitShares(test: 0, validation: 0),
        standardize: .train, standardizeTarget: .none, model: .linear(LinearConfiguration()),
        budget: Budget(epochs: 200), optimizer: try optimizer(.sgd, ["learning_rate": 0.25]),
        generator: .philox), seed: 1)
    let record = request.run()
    // The variance of the target with divisor n is 10.
    #expect(relativeDeviation([record.trainLoss], from: [10]) <= 1e-15)
  }
}

/// An objective of which only the start matters.
private struct TwoDraws: Objective {
  let parameterCount = 2
  var layout: ParameterLayout { .single(count: parameterCount) }
  let trainingCount = 1

  func initialParameters(from stream: inout any RandomStream) -> [Double] {
    [stream.normal(), stream.uniform()]
  }

  func lossAndGradient(
    at parameters: [Double], of batch: Batch, gradient: inout [Double]
  ) -> Double { 0 }

  func evaluate(at parameters: [Double], on part: DataPart) -> Evaluation? { nil }
}
