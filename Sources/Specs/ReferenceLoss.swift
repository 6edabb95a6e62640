import SpecLanguage

/// The training loss that automatic targets lie on the way to.
public enum ReferenceLoss: Hashable, Sendable {
  /// The optimum where it is known or can be computed, else what the baseline ends at.
  case automatic
  /// This loss.
  case loss(Double)
  /// What the optimizer of this name ends at, seed by seed.
  case optimizer(String)

  static let shape = Shape<ReferenceLoss>.either(
    Shape<Double>.number().map { .loss($0) },
    Shape<String>.text(.label).map { $0 == "auto" ? .automatic : .optimizer($0) })
}

extension Keys {
  /// Notes a fault where a problem refers to an optimizer that is not one of the spec.
  ///
  /// To be asked once the names of all optimizers are known.
  func checkReferences() {
    guard let subject, case .list(let problems)? = subject.members["problems"]?.value.content
    else { return }
    for problem in problems {
      guard let value = problem["reference"], case .text(let name) = value.content, name != "auto"
      else { continue }
      _ = subject.decoding.position(of: name, noun: "optimizer", at: value.range)
    }
  }
}
