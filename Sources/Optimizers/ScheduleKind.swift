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
          Self.every, Self.factor,
        ]
      case .exponential: [Self.factor]
      case .cosine:
        [Self.final]
      case .inverseSquareRoot:
        [Self.timescale]
      }
    return own + [Self.warmup]
  }

  fileprivate static let every = Hyperparameter(
    name: "every", symbol: "n", domain: .integer(lower: 1, upper: 10_000_000),
    defaultValue: nil, meaning: "after how many epochs the rate is multiplied again")

  fileprivate static let final = Hyperparameter(
    name: "final", symbol: "c",
    domain: .number(lower: 0, lowerOpen: false, upper: 1, upperOpen: false),
    defaultValue: .number(0), meaning: "the share of the rate at which the run ends")

  fileprivate static let timescale = Hyperparameter(
    name: "timescale", symbol: "w", domain: .positive, defaultValue: nil,
    meaning: "the update from which the rate falls")

  fileprivate static let warmup = Hyperparameter(
    name: "warmup", symbol: "w_0", domain: .nonnegative, defaultValue: .number(0),
    meaning: "over how many updates the rate rises to its course, in equal steps")

  fileprivate static let factor = Hyperparameter(
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
    func number(_ parameter: Hyperparameter) -> Double {
      guard let number = numbers[parameter.name] else {
        preconditionFailure("\(kind.rawValue) has no \(parameter.name)")
      }
      return number
    }
    let course: Course =
      switch kind {
      case .constant: .constant
      case .step: .step(every: Int(number(ScheduleKind.every)), factor: number(ScheduleKind.factor))
      case .exponential: .exponential(factor: number(ScheduleKind.factor))
      case .cosine: .cosine(final: number(ScheduleKind.final))
      case .inverseSquareRoot: .inverseSquareRoot(timescale: number(ScheduleKind.timescale))
      }
    self.init(course, warmup: number(ScheduleKind.warmup))
  }
}
