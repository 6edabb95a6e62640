import Datasets
import Files
import Kernels
import Models
import Optimizers
import Testing

@testable import Training

/// What names a run: everything that its result depends on, and nothing else.
@Suite struct RunKeyTests {
  private static func request() throws -> RunRequest {
    RunRequest(
      RunSetup(
        problem: "p", dataset: try smallDataset(), split: SplitShares(), standardize: .none,
        standardizeTarget: .none, model: .linear(LinearConfiguration()),
        budget: Budget(epochs: 5, batchSize: .examples(8)), optimizer: try .resolve(kind: .adam),
        generator: .philox), seed: 3)
  }

  @Test func theTextIsCanonical() throws {
    var request = try Self.request()
    request.dataset?.identity = "data"
    #expect(
      request.canonicalText == #"""
        {"format":1,"generator":{"kind":"philox","revision":1},"optimizer":{"amsgrad":false,"beta1":0.9,\#
        "beta2":0.999,"decay":"all","decoupled":false,"epsilon":1e-08,"kind":"adam",\#
        "learning_rate":0.001,"revision":1,"schedule":{"kind":"constant","warmup":0},\#
        "weight_decay":0},"problem":{"budget":{"batch_size":8,"epochs":5,"record":"auto"},\#
        "data":"data","model":{"initial":"normal","kind":"linear","l2":0,"revision":1},"name":"p",\#
        "split":{"stratify":false,"test":0.2,"validation":0.2},"standardize":"none",\#
        "standardize_target":"none"},"revision":2,"seed":3}
        """#)
  }

  @Test func everyFieldChangesTheKey() throws {
    let request = try Self.request()
    var changed: [(String, RunRequest)] = []
    func change(_ name: String, _ body: (inout RunRequest) throws -> Void) rethrows {
      var other = request
      try body(&other)
      changed.append((name, other))
    }
    change("problem") { $0.problem = "q" }
    change("data") { $0.dataset?.identity = "other" }
    change("no data") { $0.dataset = nil }
    change("test share") { $0.split.test = 0.3 }
    change("validation share") { $0.split.validation = 0.3 }
    change("stratify") { $0.split.isStratified = true }
    change("standardize") { $0.standardize = .train }
    change("standardize target") { $0.standardizeTarget = .train }
    change("model") { $0.model = .softmax(LinearConfiguration()) }
    change("l2") { $0.model = .linear(LinearConfiguration(l2: 0.5)) }
    change("initial") { $0.model = .linear(LinearConfiguration(initial: .zeros)) }
    change("epochs") { $0.budget.epochs = 6 }
    change("batch") { $0.budget.batchSize = .full }
    change("record") { $0.budget.record = .every(5) }
    change("stop") { $0.budget.stop = EarlyStopping(patience: 5) }
    change("patience") { $0.budget.stop = EarlyStopping(patience: 6) }
    change("min delta") { $0.budget.stop = EarlyStopping(patience: 5, minimumDelta: 0.5) }
    change("watch") { $0.budget.stop = EarlyStopping(patience: 5, watch: .training) }
    change("generator") { $0.generator = .numpyLegacy }
    change("seed") { $0.seed = 4 }
    try change("rule") { $0.optimizer = try .resolve(kind: .adamax) }
    try change("variant") { $0.optimizer = try .resolve(kind: .nadam, variant: "keras") }
    try change("other variant") { $0.optimizer = try .resolve(kind: .nadam, variant: "optax") }
    for hyperparameter in OptimizerKind.adam.hyperparameters() {
      let value: HyperparameterValue =
        switch hyperparameter.domain {
        case .flag: .flag(true)
        case .choice(let names): .choice(names[names.count - 1])
        case .number, .integer: .number(0.75)
        }
      try change(hyperparameter.name) {
        $0.optimizer = try .resolve(kind: .adam, given: [hyperparameter.name: value])
      }
    }
    for schedule in [
      Schedule(.step(every: 2, factor: 0.5)), Schedule(.step(every: 3, factor: 0.5)),
      Schedule(.step(every: 2, factor: 0.25)), Schedule(.exponential(factor: 0.5)),
      Schedule(.cosine(final: 0.5)), Schedule(.inverseSquareRoot(timescale: 0.5)),
      Schedule(.constant, warmup: 5),
    ] {
      try change("\(schedule)") {
        $0.optimizer = try .resolve(kind: .adam, schedule: schedule)
      }
    }
    try change("lookahead") {
      $0.optimizer = try .resolve(kind: .adam, lookahead: Lookahead())
    }
    try change("lookahead k") {
      $0.optimizer = try .resolve(kind: .adam, lookahead: Lookahead(interval: 6))
    }
    var keys: [Digest: String] = [request.key: "nothing"]
    for (name, other) in changed {
      #expect(keys.updateValue(name, forKey: other.key) == nil, "\(name)")
    }
    #expect(request.key.description.count == 64)
  }

  @Test func equalRequestsHaveEqualTexts() throws {
    #expect(try Self.request().canonicalText == Self.request().canonicalText)
    // A default that is written out is the default.
    var given = try Self.request()
    given.optimizer = try .resolve(kind: .adam, given: ["beta1": .number(0.9)])
    #expect(try given.key == Self.request().key)
  }

  /// Options of a source, and the bytes of its file, are part of what names its runs.
  @Test func dataAreNamedByWhatTheyAreReadFrom() throws {
    let file = FileLocation(path: referenceFile("small.csv").path, displayName: "small.csv")
    let source = CSVSource(file: file, target: .name("y"), task: .regression)
    let one = try Dataset.load(.csv(source))
    var elsewhere = source
    elsewhere.file = FileLocation(path: referenceFile("small.csv").path, displayName: "other.csv")
    #expect(try Dataset.load(.csv(elsewhere)).identity == one.identity)
    var other = source
    other.missing = .mean
    #expect(try Dataset.load(.csv(other)).identity != one.identity)
    #expect(one.identity?.contains(one.provenance.sha256) == true)
    #expect(
      try Dataset.load(.regression(SyntheticRegression(samples: 3, features: 2))).identity
        != Dataset.load(.regression(SyntheticRegression(samples: 3, features: 2, seed: 1))).identity
    )
  }
}
