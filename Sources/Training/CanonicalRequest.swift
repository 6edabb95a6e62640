import Datasets
import Files
import Kernels
import Models
import Optimizers
import SpecLanguage

/// The canonical texts of the requests of one setup: they differ in their last member alone, the seed.
struct RequestTexts: Sendable {
  /// All that comes before the seed.
  private let start: [UInt8]
  /// The digest of that.
  private let digest: SHA256

  init(_ setup: RunSetup) {
    // The keys are sorted, and none comes after "seed".
    let text = JSONLiteral.object(setup.members).canonical
    start = Array((text.dropLast() + ",\"seed\":").utf8)
    var digest = SHA256()
    digest.update(start)
    self.digest = digest
  }

  /// The text of the request for a seed.
  func bytes(seed: UInt32) -> [UInt8] { start + Self.end(seed) }

  /// The SHA-256 of the text of the request for a seed.
  func digest(seed: UInt32) -> Digest {
    var digest = digest
    digest.update(Self.end(seed))
    return digest.value
  }

  private static func end(_ seed: UInt32) -> [UInt8] { Array("\(seed)}".utf8) }
}

extension RunSetup {
  /// The version of the canonical text.
  static let formatVersion = 1
  /// Counts the changes to what surrounds rule and model and changes results, from 1: split, scaling,
  /// order of batches, the loop, when a run has diverged.
  static let revision = 2

  fileprivate var members: [JSONLiteral.Member] {
    var members: [JSONLiteral.Member] = [
      .init(key: "format", value: .whole(Self.formatVersion)),
      .init(key: "revision", value: .whole(Self.revision)),
      .init(key: "problem", value: problemDescription),
      .init(key: "optimizer", value: optimizer.canonical),
      .init(
        key: "generator",
        value: ["kind": .text(generator.rawValue), "revision": .whole(generator.revision)]),
    ]
    if !draws.isEmpty {
      members.append(.init(key: "draws", value: .list(draws.map { .whole($0) })))
    }
    return members
  }

  private var problemDescription: JSONLiteral {
    var members: [JSONLiteral.Member] = [
      .init(key: "name", value: .text(problem)), .init(key: "model", value: model.canonical),
      .init(key: "budget", value: budget.canonical),
    ]
    if let dataset {
      members += [
        .init(key: "data", value: dataset.canonical),
        .init(key: "split", value: split.canonical),
        .init(key: "standardize", value: .text(standardize.rawValue)),
        .init(key: "standardize_target", value: .text(standardizeTarget.rawValue)),
      ]
    }
    return .object(members)
  }
}

extension Dataset {
  /// What it was read from: source, options, reader and the bytes of its files; of a table that
  /// somebody made, its values.
  fileprivate var canonical: JSONLiteral { .text(identity ?? contentDigest) }

  private var contentDigest: String {
    var bytes: [UInt8] = []
    func append(_ words: some Sequence<UInt64>) {
      for word in words { withUnsafeBytes(of: word.littleEndian) { bytes += $0 } }
    }
    append([UInt64(exampleCount), UInt64(featureCount)])
    switch features {
    case .dense(let values): append(values.lazy.map(\.bitPattern))
    case .sparse(let rows):
      append(rows.rowStarts.lazy.map { UInt64($0) })
      append(rows.columns.lazy.map { UInt64($0) })
      append(rows.values.lazy.map(\.bitPattern))
    }
    switch target {
    case .numbers(let numbers): append(numbers.lazy.map(\.bitPattern))
    case .classes(let classes, let names):
      append(classes.lazy.map { UInt64($0) })
      bytes += names.joined(separator: "\n").utf8
    }
    return SHA256.hex(of: bytes)
  }
}

extension SplitShares {
  fileprivate var canonical: JSONLiteral {
    [
      "test": .number(test), "validation": .number(validation), "stratify": .flag(isStratified),
    ]
  }
}

extension Budget {
  fileprivate var canonical: JSONLiteral {
    var members: [JSONLiteral.Member] = [
      .init(key: "epochs", value: .whole(epochs)),
      .init(key: "batch_size", value: batchSize.canonical),
      .init(key: "record", value: record.canonical),
    ]
    if let stop { members.append(.init(key: "stop", value: stop.canonical)) }
    return .object(members)
  }
}

extension BatchSize {
  fileprivate var canonical: JSONLiteral {
    switch self {
    case .full: "full"
    case .examples(let count): .whole(count)
    }
  }
}

extension RecordInterval {
  fileprivate var canonical: JSONLiteral {
    switch self {
    case .automatic: "auto"
    case .every(let interval): .whole(interval)
    }
  }
}

extension EarlyStopping {
  fileprivate var canonical: JSONLiteral {
    [
      "patience": .whole(patience), "min_delta": .number(minimumDelta),
      "watch": .text(watch.rawValue),
    ]
  }
}
