/// The data of a problem for one seed.
public struct ProblemData: Sendable {
  /// What training sees.
  public var training: Examples
  /// What decides between settings.
  public var validation: Examples
  /// What is looked at once, at the end.
  public var test: Examples
  /// How many units of the target one unit of the scaled target is; 1 when it is not scaled.
  public var targetScale: Double

  /// No data, for a test function.
  public static let none = ProblemData(
    training: .none, validation: .none, test: .none, targetScale: 1)

  /// The data of a problem for one seed.
  public init(training: Examples, validation: Examples, test: Examples, targetScale: Double) {
    self.training = training
    self.validation = validation
    self.test = test
    self.targetScale = targetScale
  }
}
