/// The kinds of schedule that a spec can name.
public enum ScheduleKind: String, Hashable, Sendable, CaseIterable {
  /// The rate as it is.
  case constant
  /// The rate times a factor every so many epochs.
  case step
  /// The rate times a factor every epoch.
  case exponential
  /// Half a cosine from the full rate to a share of it.
  case cosine
  /// The rate over the square root of the update, from some update on.
  case inverseSquareRoot = "inverse_sqrt"

  /// What a schedule of this kind takes, besides `kind`, in the order in which it is listed; those
  /// without a default must be given.
  public var parameters: [Hyperparameter] {
    let own: [Hyperparameter] =
      switch self {
      case .constant: []
      case .step:
        [
          Hyperparameter(
            name: "every", symbol: "n", domain: .integer(lower: 1, upper: 10_000_000),
            defaultValue: nil, meaning: "after how many epochs the rate is multiplied again"),
          Self.factor,
        ]
      case .exponential: [Self.factor]
      case .cosine:
        [
          Hyperparameter(
            name: "final", symbol: "c",
            domain: .number(lower: 0, lowerOpen: false, upper: 1, upperOpen: false),
            defaultValue: .number(0), meaning: "the share of the rate at which the run ends")
        ]
      case .inverseSquareRoot:
        [
          Hyperparameter(
            name: "timescale", symbol: "w", domain: .positive, defaultValue: nil,
            meaning: "the update from which the rate falls")
        ]
      }
    return own + [
      Hyperparameter(
        name: "warmup", symbol: "w_0", domain: .nonnegative, defaultValue: .number(0),
        meaning: "over how many updates the rate rises to its course, in equal steps")
    ]
  }

  private static let factor = Hyperparameter(
    name: "factor", symbol: "f", domain: .positive, defaultValue: nil,
    meaning: "what the rate is multiplied by")
}

extension Schedule {
  /// The schedule of `kind` with the given parameters.
  ///
  /// Every name in `given` is declared by `kind.parameters` and every value lies in its domain; nil
  /// when one without a default is missing.
  public init?(kind: ScheduleKind, given: [String: HyperparameterValue]) {
    var numbers: [String: Double] = [:]
    for parameter in kind.parameters {
      guard case .number(let value) = given[parameter.name] ?? parameter.defaultValue else {
        return nil
      }
      numbers[parameter.name] = value
    }
    func number(_ name: String) -> Double { numbers[name] ?? 0 }
    let course: Course =
      switch kind {
      case .constant: .constant
      case .step: .step(every: Int(number("every")), factor: number("factor"))
      case .exponential: .exponential(factor: number("factor"))
      case .cosine: .cosine(final: number("final"))
      case .inverseSquareRoot: .inverseSquareRoot(timescale: number("timescale"))
      }
    self.init(course, warmup: number("warmup"))
  }
}
