import Datasets
import Diagnostics
import Testing
import Training

@testable import Experiments
import Specs

@Suite("Plans")
struct PlanTests {
  private let folder: SpecFolder

  init() throws { folder = try SpecFolder() }

  private func problem(_ name: String, data: String = "data.csv", _ keys: String = "") -> String {
    """
    { "name": "\(name)", "dataset": { "kind": "csv", "path": "\(data)", "target": "y", \
    "task": "regression" }, "model": "linear", "epochs": 5\(keys) }
    """
  }

  @Test("One run for each problem, optimizer and seed, in the spec's order")
  func runs() throws {
    try folder.write("data.csv", "x,y\n" + (1...20).map { "\($0),\($0 * $0)\n" }.joined())
    let plan = try folder.plan(
      problems: problem("one") + "," + problem("two"), seeds: "[7, 3]")
    let expected = [0, 1].flatMap { problem in
      [0, 1].flatMap { optimizer in
        [7, 3].map { PlannedRun(problem: problem, contender: optimizer, seed: $0) }
      }
    }
    #expect(plan.runs == expected)
    #expect(plan.problems.map(\.spec.name) == ["one", "two"])
    let sizes = try #require(plan.problems[1].sizes)
    #expect(sizes == (13, 3, 4))
    let request = plan.request(for: plan.runs[6])
    #expect(request.problem == "two" && request.seed == 7)
    #expect(request.optimizer == plan.spec.optimizers[1].configuration)
    #expect(request.dataset?.exampleCount == 20 && request.budget.epochs == 5)
  }

  @Test("A share that comes to no row is a fault at 'split'; a share of 0 is not")
  func fewExamples() throws {
    try folder.write("data.csv", "x,y\n1,2\n2,3\n3,4\n4,5\n")
    let error = try #require(
      try folder.faults(
        problems: problem("one") + ",\n    "
          + problem("two", #", "split": { "test": 0, "validation": 0.5 }"#) + ",\n    "
          + problem("three", #", "split": { "test": 0.5, "validation": 0.4 }"#)))
    #expect(error.reason == .malformed)
    // ⌊0.2 · 4⌋ and ⌊0.4 · 2⌋ are 0.
    #expect(
      error.diagnostics.map(\.message) == [
        "the split leaves no validation rows of the 4 in 'data'",
        "the split leaves no validation rows of the 4 in 'data'",
      ])
    #expect(error.diagnostics.first?.help == "raise 'validation', or set it to 0 to do without")
    try folder.write("data.csv", "x,y\n")
    #expect(try folder.faults(problems: problem("one"))?.reason == .malformed)
  }

  @Test("Early stopping on validation rows that there are not is a fault at 'stop'")
  func emptyValidation() throws {
    try folder.write("data.csv", "x,y\n1,2\n2,3\n3,4\n4,5\n")
    let none = #", "split": { "test": 0, "validation": 0 }"#
    let stop = #", "stop": { "patience": 2 }"# + none
    let error = try #require(
      try folder.faults(
        problems: problem("one", none) + ",\n    " + problem("two", stop) + ",\n    "
          + problem("three", #", "stop": { "patience": 2, "watch": "train_loss" }"# + none)))
    #expect(error.reason == .malformed)
    #expect(error.diagnostics.count == 1)
    let fault = try #require(error.diagnostics.first)
    #expect(fault.file == folder.path + "/a.json" && fault.place?.line == 6)
    #expect(fault.message.contains("leaves no validation rows"))
    #expect(fault.help == "raise 'validation' in 'split', or watch 'train_loss'")
  }

  @Test("Classes that only the file shows do not suit every model")
  func classes() throws {
    try folder.write("data.csv", "x,y\n" + (1...20).map { "\($0),c\($0 % 3)\n" }.joined())
    func problem(_ name: String, _ model: String) -> String {
      """
      { "name": "\(name)", "dataset": { "kind": "csv", "path": "data.csv", "target": "y", \
      "task": "classification" }, "model": \(model), "epochs": 2, "batch_size": 4 }
      """
    }
    let error = try #require(try folder.faults(problems: problem("one", #""logistic""#)))
    #expect(error.diagnostics.map(\.message) == ["model 'logistic' cannot learn 3 classes"])
    #expect(error.diagnostics.first?.place?.line == 5)
    let fine = try folder.plan(
      problems: problem("one", #""softmax""#) + ","
        + problem("two", #"{ "kind": "mlp", "hidden": [3] }"#) + ","
        + problem("three", #"{ "kind": "autoencoder", "hidden": [1] }"#))
    #expect(fine.problems.map(\.metric) == [.accuracy, .accuracy, .rootMeanSquareError])
    for run in fine.runs {
      let record = fine.request(for: run).run()
      #expect(record.status == .completed && record.testMetric != nil)
    }
  }

  @Test("A broken data file is named by a path that leads there from where the spec was named")
  func brokenFile() throws {
    try folder.write("data.csv", "x,y\n1,2\nblue,3\n")
    let error = try #require(try folder.faults(problems: problem("one")))
    #expect(error.reason == .malformed)
    let fault = try #require(error.diagnostics.first)
    #expect(error.diagnostics.count == 1)
    #expect(fault.file == folder.path + "/data.csv")
    #expect(fault.place?.line == 3 && fault.place?.column == 1)
  }

  @Test("Two problems on one broken file have its faults once, beside those of other files")
  func brokenTwice() throws {
    try folder.write("data.csv", "x,y\n1,2\nblue,3\n")
    try folder.write("other.csv", "x,y\n1,red\n")
    let error = try #require(
      try folder.faults(
        problems: [
          problem("one"), problem("two"), problem("three", data: "other.csv"),
        ].joined(separator: ",\n")))
    #expect(
      error.diagnostics.map(\.file) == [folder.path + "/data.csv", folder.path + "/other.csv"])
  }

  @Test("Faults of data and faults of how they fit are reported together")
  func allFaults() throws {
    try folder.write("data.csv", "x,y\n1,2\n2,3\n3,4\n4,5\n")
    try folder.write("other.csv", "x,y\n1,red\n")
    let error = try #require(
      try folder.faults(
        problems: problem("one", #", "stop": { "patience": 2 }"#) + ",\n"
          + problem("two", data: "other.csv")))
    #expect(error.diagnostics.map(\.file) == [folder.path + "/a.json", folder.path + "/other.csv"])
  }
}
