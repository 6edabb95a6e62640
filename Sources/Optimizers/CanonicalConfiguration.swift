import SpecLanguage

extension OptimizerConfiguration {
  /// All that the arithmetic of the optimizer depends on, as a value with one text: what a spec would
  /// say if it left nothing out, and the revision of the rule.
  package var canonical: JSONLiteral {
    var members = values.map { JSONLiteral.Member(key: $0.key, value: $0.value.literal) }
    members.append(.init(key: "kind", value: .text(kind.rawValue)))
    if let variant { members.append(.init(key: "variant", value: .text(variant))) }
    members.append(.init(key: "schedule", value: schedule.canonical))
    if let lookahead { members.append(.init(key: "lookahead", value: lookahead.canonical)) }
    members.append(.init(key: "revision", value: .whole(revision)))
    return .object(members)
  }
}

extension Schedule {
  fileprivate var canonical: JSONLiteral {
    let course: [JSONLiteral.Member] =
      switch self.course {
      case .constant: [.init(key: "kind", value: "constant")]
      case .step(let every, let factor):
        [
          .init(key: "kind", value: "step"), .init(key: "every", value: .whole(every)),
          .init(key: "factor", value: .number(factor)),
        ]
      case .exponential(let factor):
        [.init(key: "kind", value: "exponential"), .init(key: "factor", value: .number(factor))]
      case .cosine(let final):
        [.init(key: "kind", value: "cosine"), .init(key: "final", value: .number(final))]
      case .inverseSquareRoot(let timescale):
        [
          .init(key: "kind", value: "inverse_sqrt"),
          .init(key: "timescale", value: .number(timescale)),
        ]
      }
    return .object(course + [.init(key: "warmup", value: .number(warmup))])
  }
}

extension Lookahead {
  fileprivate var canonical: JSONLiteral {
    ["k": .whole(interval), "alpha": .number(alpha)]
  }
}
