import Datasets
import Diagnostics
import Files
import Models
import Optimizers
import TestSupport
import Testing
import Training

@testable import SpecLanguage
@testable import Specs

/// What good specs mean.
struct ExperimentSpecTests {
  static func decode(_ text: String, noLimits: Bool = false) throws(InputError) -> ExperimentSpec {
    try SpecSchemaTests.decode(text, noLimits: noLimits)
  }

  /// A spec with these parts put in.
  static func spec(
    top: String = "", problem: String = #""dataset": "diabetes", "model": "linear", "epochs": 10"#,
    optimizer: String = #""name": "A", "kind": "adam""#
  ) -> String {
    #"{"name": "a", \#(top) "problems": [{\#(problem)}], "optimizers": [{\#(optimizer)}]}"#
  }

  @Test("the example of the specification")
  func example() throws {
    let spec = try Self.decode(
      """
      {
        "name": "diabetes",
        "title": "Adam and Nadam on the diabetes data",
        "seeds": { "first": 0, "count": 20 },
        "problems": [
          {
            "name": "diabetes",
            "dataset": "diabetes",
            "split": { "test": 0.2, "validation": 0.2 },
            "model": { "kind": "linear", "initial": "normal" },
            "epochs": 2000,
            "batch_size": "full"
          }
        ],
        "optimizers": [
          { "name": "Adam",  "kind": "adam",  "learning_rate": 0.5 },
          { "name": "Nadam", "kind": "nadam", "learning_rate": 0.5 }
        ]
      }
      """)
    #expect(spec.name == "diabetes")
    #expect(spec.title == "Adam and Nadam on the diabetes data")
    #expect(spec.seeds == Array(0..<20))
    #expect(spec.generator == .philox)
    #expect(
      spec.problems == [
        ProblemSpec(
          name: "diabetes", dataset: .bundled("diabetes"), split: SplitShares(),
          standardize: .none, standardizeTarget: .none,
          model: .linear(LinearConfiguration(l2: 0, initial: .normal)),
          budget: Budget(epochs: 2000), targets: .automatic, reference: .automatic)
      ])
    #expect(spec.optimizers.map(\.name) == ["Adam", "Nadam"])
    #expect(spec.optimizers.map(\.configuration.kind) == [.adam, .nadam])
    #expect(spec.optimizers[1].configuration.variant == "pytorch")
    #expect(spec.optimizers[1].configuration.values["learning_rate"] == .number(0.5))
    #expect(spec.optimizers[1].configuration.values["momentum_decay"] == .number(4e-3))
  }

  @Test("defaults")
  func defaults() throws {
    let spec = try Self.decode(Self.spec())
    #expect(spec.title == "a")
    #expect(spec.description == nil && spec.authors == nil)
    #expect(spec.seeds == Array(0..<20))
    let problem = spec.problems[0]
    #expect(problem.name == "diabetes")
    #expect(problem.split == SplitShares(test: 0.2, validation: 0.2))
    #expect(problem.budget == Budget(epochs: 10, batchSize: .full, record: .automatic, stop: nil))
    #expect(spec.optimizers[0].configuration.schedule == .constant)
    #expect(spec.optimizers[0].configuration.lookahead == nil)
    let stop = try Self.decode(
      Self.spec(problem: #""dataset":"diabetes","model":"linear","epochs":1,"stop":{"patience":3}"#)
    )
    #expect(stop.problems[0].budget.stop == EarlyStopping(patience: 3))
  }

  @Test("everything said")
  func everything() throws {
    let spec = try Self.decode(
      Self.spec(
        top: #""title": "T", "description": "D", "authors": "U", "seeds": [5, 3.0], "#
          + #""rng": "numpy_legacy","#,
        problem: #"""
          "name": "한 P", "split": {"test": 0, "validation": 0.5}, "standardize": "train",
          "standardize_target": "train", "model": {"kind": "linear", "l2": 1e-1, "initial": "zeros"},
          "epochs": 1e2, "batch_size": 32, "record": 4.0, "targets": [3000, 1.5],
          "stop": {"patience": 5, "min_delta": 0.5, "watch": "train_loss"},
          "dataset": {"kind": "csv", "path": "table.csv", "target": "y", "task": "regression",
            "features": ["x", 2], "categorical": [2], "delimiter": "\t", "missing": "mean",
            "sha256": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}
          """#,
        optimizer: #"""
          "name": "A", "kind": "nadam", "variant": "article", "momentum_decay": 0.5,
          "clip_norm": 1, "schedule": {"kind": "step", "every": 10, "factor": 0.5, "warmup": 3},
          "lookahead": {"k": 3}
          """#))
    #expect(spec.seeds == [5, 3])
    #expect(spec.generator == .numpyLegacy)
    #expect(spec.description == "D" && spec.authors == "U")
    let source = CSVSource(
      file: FileLocation(
        path: References().folder + "table.csv", displayName: "table.csv",
        sha256: String(repeating: "a", count: 64)),
      target: .name("y"), task: .regression,
      features: [.name("x"), .index(2)], categorical: [.index(2)],
      delimiter: .character("\t"), missing: .mean)
    #expect(
      spec.problems == [
        ProblemSpec(
          name: "한 P", dataset: .csv(source), split: SplitShares(test: 0, validation: 0.5),
          standardize: .train, standardizeTarget: .train,
          model: .linear(LinearConfiguration(l2: 0.1, initial: .zeros)),
          budget: Budget(
            epochs: 100, batchSize: .examples(32), record: .every(4),
            stop: EarlyStopping(patience: 5, minimumDelta: 0.5, watch: .training)),
          targets: .values([3000, 1.5]), reference: .automatic)
      ])
    let configuration = spec.optimizers[0].configuration
    #expect(configuration.variant == "article")
    #expect(configuration.values["clip_norm"] == .number(1))
    #expect(configuration.schedule == Schedule(.step(every: 10, factor: 0.5), warmup: 3))
    #expect(configuration.lookahead == Lookahead(interval: 3, alpha: 0.5))
  }

  @Test(
    "test functions",
    arguments: [
      (#""rosenbrock""#, .rosenbrock, [-1.2, 1], 1),
      (#"{"kind": "rosenbrock", "dimension": 3}"#, .rosenbrock, [-1.2, 1, -1.2], 1),
      (#"{"kind": "rastrigin", "start": [1, 2, 3]}"#, .rastrigin, [1, 2, 3], 1),
      (#"{"kind": "beale", "start": [0, 0.5], "dimension": 2}"#, .beale, [0, 0.5], 1),
      (#"{"kind": "himmelblau"}"#, .himmelblau, [0, 0], 1),
      (#"{"kind": "quadratic", "condition": 100}"#, .quadratic, [1, 1], 100),
    ] as [(String, TestFunctionKind, [Double], Double)])
  func testFunctions(
    text: String, kind: TestFunctionKind, start: [Double], condition: Double
  ) throws {
    let problem = #""model": \#(text), "epochs": 10, "stop": {"patience": 3}"#
    let found = try Self.decode(Self.spec(problem: problem)).problems[0]
    #expect(found.name == kind.rawValue)
    #expect(found.dataset == nil)
    #expect(
      found.model
        == .testFunction(
          TestFunctionConfiguration(kind: kind, start: start, condition: condition)))
    #expect(found.budget.stop == EarlyStopping(patience: 3, watch: .training))
  }

  @Test("a problem is named after its file")
  func nameOfFile() throws {
    let spec = try Self.decode(
      Self.spec(
        problem: #""dataset": {"kind": "csv", "path": "./table.csv", "target": 0, "#
          + #""task": "regression"}, "model": "linear", "epochs": 1"#))
    #expect(spec.problems[0].name == "table")
  }

  @Test("places of what is there, and of what is left out")
  func places() throws {
    let spec = try Self.decode(
      """
      {"name": "a",
       "problems": [
         {"dataset": "diabetes", "model": {"kind": "linear"},
          "epochs": 10}],
       "optimizers": [{"name": "A", "kind": "adam"}]}
      """)
    #expect(
      spec.source.place(of: ["problems", 0, "epochs"]) == Place(line: 4, column: 15, length: 2))
    #expect(
      spec.source.place(of: ["problems", 0, "split", "test"]) == Place(line: 3, column: 4))
    #expect(
      spec.source.diagnostic(at: ["optimizers", 0, "kind"], message: "m").rendered() == """
        a.json:5:39: error: m
            5 |  "optimizers": [{"name": "A", "kind": "adam"}]}
              |                                       ^^^^^^
        """)
    #expect(spec.source.displayPath == "a.json")
    #expect(spec.source.sha256 == SHA256.hex(of: spec.source.text.bytes))
  }

  @Test("limits are named, and lifted on demand")
  func limits() throws {
    func message(_ text: String) throws -> String? {
      _ = try Self.decode(text, noLimits: true)
      let error = #expect(throws: InputError.self) { try Self.decode(text) }
      return error?.diagnostics.map { $0.message + "|" + ($0.help ?? "") }.joined(separator: "\n")
    }
    let seeds = Self.spec(top: #""seeds": 10001,"#)
    #expect(
      try message(seeds) == "10,001 seeds|the limit is 10,000 seeds; --no-limits lifts it")
    _ = try Self.decode(Self.spec(top: #""seeds": 10000,"#))
    let optimizers = (0...100).map { #"{"name": "\#($0)", "kind": "adam"}"# }
    let many =
      #"{"name": "a", "seeds": 10000, "problems": [{"dataset": "diabetes", "model": "linear", "#
      + #""epochs": 1}], "optimizers": [\#(optimizers.joined(separator: ","))]}"#
    #expect(
      try message(many) == "1,010,000 runs|the limit is 1,000,000 runs; --no-limits lifts it")
    let points = Self.spec(
      top: #""seeds": 10,"#,
      problem: #""dataset": "diabetes", "model": "linear", "epochs": 5000000, "record": 1"#)
    #expect(
      try message(points)
        == "50,000,010 recorded points up to here|"
        + "the limit is 50,000,000; a larger 'record' thins them out, --no-limits lifts it")
  }

  @Test(
    "recorded epochs are counted as they are recorded",
    arguments: [
      (1, .automatic), (100, .automatic), (101, .automatic), (1100, .automatic),
      (1101, .automatic), (2000, .automatic), (10_000_000, .automatic), (10, .every(1)),
      (10, .every(3)), (10, .every(5)), (10, .every(11)),
    ] as [(Int, RecordInterval)])
  func recorded(epochs: Int, record: RecordInterval) {
    // The rule of the specification, epoch by epoch.
    let interval = max(1, (epochs - 100 + 999) / 1000)
    let expected = (0...epochs).count { epoch in
      if epoch == 0 || epoch == epochs { return true }
      return switch record {
      case .automatic: epoch <= 100 || epoch.isMultiple(of: interval)
      case .every(let interval): epoch.isMultiple(of: interval)
      }
    }
    #expect(record.count(of: epochs) == expected)
  }

  @Test("files that cannot be a spec")
  func files() throws {
    func failure(_ path: String) throws -> InputError {
      try #require(throws: InputError.self) { try ExperimentSpec.read(path: path) }
    }
    let missing = try failure("none/a.json")
    #expect(missing.reason == .malformed)
    #expect(
      missing.rendered()
        == "none/a.json: error: no such file\n      check the path and its spelling\n")
    #expect(try failure("/dev/null").reason == .inaccessible)
    #expect(try failure(References().folder).reason == .inaccessible)
    #expect(
      try failure(References().folder + "table.csv").diagnostics.first?.message
        == "x is not a JSON value")
  }
}
