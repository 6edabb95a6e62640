import Diagnostics
import Files
import SpecLanguage
import Training

/// Two different results of one run, of which at least one is wrong: a run is a pure function of its request.
public struct ResultDispute: Hashable, Sendable, CustomStringConvertible {
  /// What names the run.
  public let key: Digest
  /// The run in words: its rule, problem and seed.
  public let run: String
  /// Where the results begin to differ.
  public let difference: String

  /// The difference between two stored results of a run; nil where they are the same.
  init?(_ one: StoredRun, _ other: StoredRun) {
    guard one.request == other.request, one.record != other.record else { return nil }
    key = one.key
    let text = String(decoding: one.request, as: UTF8.self)
    let settings = FlatSetting.all(of: text).reduce(into: [:]) { $0[$1.name] = $1.value }
    func setting(_ name: String) -> String { settings[name] ?? "?" }
    run =
      "\(setting("optimizer.kind")) on \(setting("problem.name").quoted), seed \(setting("seed"))"
    let records = [one, other].compactMap { try? RunRecord(encoded: $0.record) }
    difference =
      records.count == 2
      ? records[0].firstDifference(from: records[1]) : "one of them cannot be read"
  }

  /// The run, and where its results differ.
  public var description: String { "\(run) (\(key.description.prefix(16))): \(difference)" }
}

extension RunRecord {
  /// Where two records begin to differ: at an epoch of their curves, or in what they end with.
  fileprivate func firstDifference(from other: RunRecord) -> String {
    for (one, two) in zip(curve, other.curve) where one != two {
      if one.epoch == two.epoch, one.trainLoss != two.trainLoss {
        return
          "the training losses after epoch \(one.epoch) are \(one.trainLoss) and \(two.trainLoss)"
      }
      return "the curves differ from epoch \(min(one.epoch, two.epoch)) on"
    }
    if outcome.epochs != other.outcome.epochs {
      return "one ends after epoch \(outcome.epochs), the other after \(other.outcome.epochs)"
    }
    if outcome.trainLoss != other.outcome.trainLoss {
      return
        "the final training losses are \(outcome.trainLoss) and \(other.outcome.trainLoss)"
    }
    return "the curves of training losses are equal, other figures are not"
  }
}
