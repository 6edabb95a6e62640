import Analysis
import Diagnostics
import Experiments
import SpecLanguage
import Specs

extension UnmetDemand {
  /// That an optimizer has no basin of learning rates, as nothing was searched that tells one; nil
  /// where something was.
  ///
  /// - Parameters:
  ///   - optimizer: its position in the spec.
  ///   - range: where the spec names it, in bytes.
  init?(basinOf optimizer: Int, in plan: Plan, at range: Range<Int>) {
    let spec = plan.spec
    let named = spec.optimizers[optimizer]
    guard let obstacle = named.basinObstacle else { return nil }
    let name = named.name.quoted
    let ask =
      "\"space\": { \"learning_rate\": { \"low\": 1e-5, \"high\": 10, \"scale\": \"log\" } }"
    switch obstacle {
    case .notTuned where spec.tuning == nil:
      self.init(
        range: range,
        message: "a search tells the basin_width of \(name), but there is no 'tuning'",
        help: "add \"tuning\": { \"sampler\": \"grid\", \"trials\": 25, \(ask) } to the spec")
    case .notTuned:
      let tuned = spec.optimizers.first { $0.tuned?.base == optimizer && $0.basinObstacle == nil }
      self.init(
        range: range,
        message: "\(name) is not tuned: no search tells its basin_width",
        help: tuned.map { "name its tuned form, \($0.name.quoted)" }
          ?? "give it the learning rate alone to be tuned over: \(ask)")
    case .otherKeys(let keys):
      self.init(
        range: range,
        message: "\(name) is tuned over \(Self.listed(keys)): a basin_width is that of "
          + "learning_rate alone",
        help: "give it a search over the learning rate alone: \(ask)")
    case .linearScale:
      self.init(
        range: range,
        message: "\(name) is tuned over learning_rate on a linear scale, which has no decades",
        help: "add \"scale\": \"log\" to the range of 'learning_rate'")
    }
  }

  /// "beta1", "learning_rate and beta1", "learning_rate, beta1 and 2 more".
  private static func listed(_ keys: [String]) -> String {
    switch keys.count {
    case 0...1: keys.joined()
    case 2...3: keys.dropLast().joined(separator: ", ") + " and " + keys[keys.count - 1]
    default: keys.prefix(2).joined(separator: ", ") + " and \(keys.count - 2) more"
    }
  }
}
