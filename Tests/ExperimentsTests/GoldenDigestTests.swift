import Datasets
import Files
import Foundation
import Models
import Optimizers
import Specs
import TestSupport
import Testing
import Training

@testable import Experiments

/// Small runs that use every update rule, model, data source and generator, with the digests of their
/// records: a result that changes while everything keeps its revision turns red, since a store would
/// go on giving out the old one.
struct GoldenDigestTests {
  /// A small run: its name and the parts of its spec.
  struct Subject: CustomTestStringConvertible {
    var name: String
    var dataset = ""
    var model = #""linear""#
    var optimizer = #""kind": "adam", "learning_rate": 0.05"#
    /// Further keys of the problem.
    var problem = #""batch_size": 32"#
    var generator = "philox"

    var testDescription: String { name }
  }

  private static let table = #""dataset": "diabetes", "standardize": "train","#

  private static let rules: [Subject] = OptimizerKind.allCases.flatMap { kind in
    let variants = kind.variants.isEmpty ? [""] : kind.variants
    return variants.map { variant in
      let keys = variant.isEmpty ? "" : #", "variant": "\#(variant)""#
      return Subject(
        name: "rule \(kind.rawValue) \(variant)".trimmingCharacters(in: .whitespaces),
        dataset: table, optimizer: #""kind": "\#(kind.rawValue)"\#(keys)"#)
    }
  }

  /// What goes around every rule, and the options that rules share.
  private static let options: [Subject] = [
    ("momentum", #""kind": "sgd", "momentum": 0.9"#),
    ("nesterov", #""kind": "sgd", "momentum": 0.9, "nesterov": true"#),
    ("amsgrad", #""kind": "adam", "amsgrad": true"#),
    ("centered", #""kind": "rmsprop", "centered": true, "momentum": 0.5"#),
    ("penalty", #""kind": "adam", "weight_decay": 0.1"#),
    ("decoupled decay of weights", #""kind": "adamw", "weight_decay": 0.1, "decay": "weights""#),
    ("clipped components", #""kind": "sgd", "clip_value": 0.5"#),
    ("clipped norm", #""kind": "sgd", "clip_norm": 0.5"#),
    ("lookahead", #""kind": "adam", "lookahead": { "k": 3, "alpha": 0.5 }"#),
    ("step schedule", #""kind": "sgd", "schedule": { "kind": "step", "every": 1, "factor": 0.5 }"#),
    (
      "exponential schedule",
      #""kind": "sgd", "schedule": { "kind": "exponential", "factor": 0.9 }"#
    ),
    ("cosine schedule", #""kind": "sgd", "schedule": { "kind": "cosine", "warmup": 3 }"#),
    (
      "inverse root schedule",
      #""kind": "sgd", "schedule": { "kind": "inverse_sqrt", "timescale": 4 }"#
    ),
  ].map { Subject(name: "option \($0.0)", dataset: table, optimizer: $0.1) }

  private static let models: [Subject] = ModelKind.all.map { kind in
    let data = #""standardize": "train", "split": { "stratify": true }, "dataset": "#
    var subject = Subject(name: "model \(kind.name)", model: #""\#(kind.name)""#)
    switch kind.name {
    case "linear": subject.dataset = table
    case "logistic": subject.dataset = data + #""breast_cancer","#
    case "softmax": subject.dataset = data + #""iris","#
    case "mlp":
      subject.dataset = data + #""wine","#
      subject.model = #"{ "kind": "mlp", "hidden": [6, 5] }"#
    case "autoencoder":
      subject.dataset = #""dataset": "iris","#
      subject.model = #"{ "kind": "autoencoder", "hidden": [3, 2, 3] }"#
    default: subject.problem = #""record": 1"#
    }
    return subject
  }

  /// Tables that have to be fetched first are read as those beside them are.
  private static let fetched: Set<String> = ["mnist_5k", "fashion_mnist", "mushroom", "spambase"]

  private static let sources: [Subject] = DatasetKind.all.filter {
    !fetched.contains($0.name)
  }.map { kind in
    var subject = Subject(name: "data \(kind.name)")
    let data =
      switch kind.name {
      case "csv":
        #"{ "kind": "csv", "path": "a.csv", "target": "y", "task": "regression", "missing": "mean" }"#
      case "libsvm": #"{ "kind": "libsvm", "path": "a.svm" }"#
      case "idx": #"{ "kind": "idx", "images": "a.images", "labels": "a.labels" }"#
      case "regression": #"{ "kind": "regression", "samples": 30, "features": 4, "noise": 1 }"#
      case "classification": #"{ "kind": "classification", "samples": 30, "features": 4 }"#
      case "sparse_classification":
        #"{ "kind": "sparse_classification", "samples": 40, "features": 30, "density": 0.2 }"#
      default: #""\#(kind.name)""#
      }
    subject.dataset = #""dataset": \#(data),"#
    if !["diabetes", "diabetes_raw", "auto_mpg", "csv", "regression"].contains(kind.name) {
      subject.model = #""softmax""#
    }
    return subject
  }

  private static let generators: [Subject] = ["philox", "numpy_legacy"].map {
    Subject(name: "generator \($0)", dataset: table, generator: $0)
  }

  private static let loops: [Subject] = [
    Subject(
      name: "loop full batch", dataset: table,
      problem: #""batch_size": "full", "standardize_target": "train""#),
    Subject(name: "loop early stopping", dataset: table, problem: #""stop": { "patience": 1 }"#),
    Subject(
      name: "loop divergence", dataset: table,
      optimizer: #""kind": "sgd", "learning_rate": 1e200"#),
  ]

  static let subjects = rules + options + models + sources + generators + loops

  /// The key and the result of a subject's run.
  private static func line(of subject: Subject) throws -> String {
    let folder = try SpecFolder()
    try folder.write(
      "a.csv",
      "x,c,y\n"
        + (1...30).map { "\($0),\($0 % 7 == 0 ? "" : "2"),\($0 * 3)\n" }
        .joined())
    try folder.write("a.svm", (1...30).map { "\($0 % 2) \($0 % 5 + 1):0.5 9:\($0)\n" }.joined())
    let images = (0..<120).map { String(UnicodeScalar(UInt8($0))) }.joined()
    try folder.write("a.images", "\0\0\u{8}\u{3}\0\0\0\u{1E}\0\0\0\u{2}\0\0\0\u{2}" + images)
    let labels = (0..<30).map { String(UnicodeScalar(UInt8($0 % 3))) }.joined()
    try folder.write("a.labels", "\0\0\u{8}\u{1}\0\0\0\u{1E}" + labels)
    let file = try folder.write(
      "golden.json",
      """
      {
        "name": "golden", "seeds": [1], "rng": "\(subject.generator)",
        "problems": [{
          \(subject.dataset) "name": "p", "model": \(subject.model), "epochs": 3, \(subject.problem)
        }],
        "optimizers": [{ "name": "A", \(subject.optimizer) }]
      }
      """)
    let plan = try Plan(ExperimentSpec.read(path: file))
    let request = plan.request(for: try #require(plan.runs.first))
    let record = request.run()
    let digests = [request.key.description, SHA256.hex(of: record.encoded)].map { $0.prefix(16) }
    return "\(subject.name): \(digests[0]) \(digests[1])"
  }

  @Test(arguments: subjects)
  func resultsChangeOnlyWithARevision(_ subject: Subject) throws {
    let line = try Self.line(of: subject)
    let committed = try References().text("golden_digests.txt").split(separator: "\n")
    let before = committed.first { $0.hasPrefix(subject.name + ": ") } ?? ""
    guard before != line else { return }
    let isSameKey = before.dropLast(16) == line.dropLast(16)
    Issue.record(
      """
      \(isSameKey ? "The result changed: raise the revision of what changed it." : "The key changed.")
      If that was meant, write into golden_digests.txt
      \(line)
      """)
  }

  @Test func everyLineIsThatOfASubject() throws {
    let committed = try References().text("golden_digests.txt").split(separator: "\n")
    #expect(committed.map { $0.prefix { $0 != ":" } } == Self.subjects.map { $0.name[...] })
    #expect(Set(Self.subjects.map(\.name)).count == Self.subjects.count)
  }
}
