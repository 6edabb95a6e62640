import CKernels

/// One update of the rules that divide an average of the gradient by the root of an average of its
/// square (Adam, Nadam, RAdam), as one pass over the parameters:
///
/// m = kept · m + (1 − kept) g, v = β2 v + (1 − β2) g², θ −= (a g + b m) / (√v · root + ε).
///
/// Nothing is subtracted where the denominator is 0. The operations are done as they stand, each
/// rounded, on every processor and for every vector width.
public struct MomentUpdate: Hashable, Sendable {
  /// How much of its past m keeps, from 0 to 1.
  public var kept: Double
  /// β2, how much of its past v keeps, from 0 to 1.
  public var beta2: Double
  /// a, the weight of the gradient in the numerator, rate included.
  public var ofGradient: Double
  /// b, the weight of m in the numerator, rate included.
  public var ofAverage: Double
  /// What √v is multiplied by.
  public var root: Double
  /// ε, 0 or above.
  public var epsilon: Double

  /// An update with these scalars.
  public init(
    kept: Double, beta2: Double, ofGradient: Double, ofAverage: Double, root: Double,
    epsilon: Double
  ) {
    self.kept = kept
    self.beta2 = beta2
    self.ofGradient = ofGradient
    self.ofAverage = ofAverage
    self.root = root
    self.epsilon = epsilon
  }

  /// Updates parameters and averages in place.
  ///
  /// - Parameters:
  ///   - parameters: θ, n values.
  ///   - firstMoment: m, n values.
  ///   - secondMoment: v, n values, none below 0.
  ///   - gradient: g, n values.
  public func apply(
    to parameters: inout [Double], firstMoment: inout [Double], secondMoment: inout [Double],
    gradient: [Double]
  ) {
    let count = gradient.count
    precondition(
      parameters.count == count && firstMoment.count == count && secondMoment.count == count)
    kernelUpdateMoments(
      count, &parameters, &firstMoment, &secondMoment, gradient, kept, beta2, ofGradient,
      ofAverage, root, epsilon)
  }
}
