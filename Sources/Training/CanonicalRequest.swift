import Datasets
import Files
import Kernels
import Models
import Optimizers
import SpecLanguage

/// What names a run: the digest of all that its result depends on.
public struct RunKey: Hashable, Sendable, CustomStringConvertible {
  /// The SHA-256 of the request's canonical text, in lower-case hexadecimal.
  public let description: String
}

extension RunRequest {
  /// The version of the canonical text.
  static let formatVersion = 1
  /// Counts the changes to what surrounds rule and model and changes results, from 1: split, scaling,
  /// order of batches, the loop, when a run has diverged.
  static let revision = 2

  /// The request as one text, for equal requests the same: JSON with sorted keys, the shortest
  /// decimals and no white space.
  ///
  /// It holds the problem with its name, since streams derive from it, the digests of its data, the
  /// contender, the seed, and the revisions of all arithmetic. Names of optimizers, figures, targets,
  /// workers, paths, times and versions of tools are not in it: no result depends on them.
  public var canonicalText: String { canonical.canonical }

  /// What names the run.
  public var key: RunKey { RunKey(description: SHA256.hex(of: Array(canonicalText.utf8))) }

  private var canonical: JSONLiteral {
    let members: [JSONLiteral.Member] =
      draws.isEmpty ? [] : [.init(key: "draws", value: .list(draws.map { .whole($0) }))]
    guard case .object(let known) = settings else { return settings }
    return .object(known + members)
  }

  private var settings: JSONLiteral {
    [
      "format": .whole(Self.formatVersion), "revision": .whole(Self.revision),
      "problem": problemDescription,
      "optimizer": optimizer.canonical,
      "seed": .whole(Int(seed)),
      "generator": ["kind": .text(generator.rawValue), "revision": .whole(generator.revision)],
    ]
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
