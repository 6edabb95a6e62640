import SpecLanguage

/// The differences below which two results are practically equal.
public struct Margins: Hashable, Sendable {
  /// For times to a target, a share: with .05, times that differ by less than a factor of 1.05.
  public var time: Double
  /// For the root mean square error, a share of the best optimizer's.
  public var rootMeanSquareError: Double
  /// For the accuracy, a difference of shares of rows.
  public var accuracy: Double

  /// Differences below which two results are practically equal.
  public init(time: Double, rootMeanSquareError: Double, accuracy: Double) {
    self.time = time
    self.rootMeanSquareError = rootMeanSquareError
    self.accuracy = accuracy
  }

  /// 5 % of a time, 1 % of an error, .005 of an accuracy.
  public static let usual = Margins(time: 0.05, rootMeanSquareError: 0.01, accuracy: 0.005)

  static let shape = Shape<Margins>.object("margin") { keys in
    let share = NumberDomain(lower: 0, upper: 1, upperOpen: true)
    let usual = Margins.usual
    let time = keys.optional(
      "epochs_to_target", .number(share), default: .number(usual.time),
      "share by which times to a target may differ and count as practically equal")
    let error = keys.optional(
      "rmse", .number(share), default: .number(usual.rootMeanSquareError),
      "share of the best RMSE by which two may differ and count as practically equal")
    let accuracy = keys.optional(
      "accuracy", .number(share), default: .number(usual.accuracy),
      "difference of accuracies that counts as practically equal")
    guard let time, let error, let accuracy else { return nil }
    return Margins(time: time, rootMeanSquareError: error, accuracy: accuracy)
  }
}
