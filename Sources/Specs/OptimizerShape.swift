import Optimizers
import Plotting
import SpecLanguage

extension OptimizerSpec {
  /// What an optimizer of a spec may be; its keys are those that `OptimizerKind` declares.
  package static let shape = Shape<OptimizerSpec>.object("optimizer") { keys in
    let name = keys.required("name", .text(.label).defined(as: "name"), "name in the report")
    keys.subject?.decoding.claim(name, for: "optimizer", at: keys.range(of: "name"))
    let kinds = OptimizerKind.allCases.map { (name: $0.rawValue, value: $0) }
    let configuration = keys.branch(
      on: "kind", kinds, of: "optimizer", "update rule"
    ) { kind, keys -> OptimizerConfiguration? in
      let variants = kind.variants.map { (name: $0, value: $0) }
      guard let first = kind.variants.first else {
        return OptimizerConfiguration.asked(of: keys, kind, variant: nil)
      }
      return keys.branch(
        on: "variant", variants, default: first, "reading of the rule"
      ) { variant, keys in
        OptimizerConfiguration.asked(of: keys, kind, variant: variant)
      }
    }
    let space = keys.optional(
      "space", .space,
      "ranges for its tuning, over or beside those of 'tuning'; {} leaves it untuned")
    let look = keys.optional("style", SeriesLook.shape, "how figures show it")
    if let look { keys.checkLook(look) }
    guard let name, let configuration, space != nil || keys.subject?.members["space"] == nil,
      look != nil || keys.subject?.members["style"] == nil
    else { return nil }
    return OptimizerSpec(
      name: name, configuration: configuration, ownSpace: space, look: look ?? SeriesLook())
  }
}

extension [OptimizerSpec] {
  /// The optimizers with the sweeps that made them.
  func marked(by sweep: [SweptOptimizer?]) -> [OptimizerSpec] {
    guard count == sweep.count else { return self }
    return zip(self, sweep).map { optimizer, swept in
      var optimizer = optimizer
      optimizer.swept = swept
      return optimizer
    }
  }
}
