import CKernels

/// An elementary function over an array, to the bits of the function of one number.
///
/// Cost: a fifth to a tenth of the one-number function's, from 1 to 6 ns each.
public enum ArrayFunction: Hashable, Sendable, CaseIterable {
  /// ``exp(_:)``.
  case exponential
  /// ``log1p(_:)``.
  case logarithmOfOnePlus
  /// ``tanh(_:)``.
  case hyperbolicTangent
  /// ``erf(_:)``.
  case errorFunction
  /// ``sigmoid(_:)``.
  case sigmoid

  /// Puts the function's value in the place of every number.
  public func apply(_ numbers: inout MutableSpan<Double>) {
    let count = numbers.count
    numbers.withUnsafeMutableBufferPointer { numbers in
      guard let x = numbers.baseAddress else { return }
      switch self {
      case .exponential: kernelExponentials(count, x, x)
      case .logarithmOfOnePlus: kernelLogarithmsOfOnePlus(count, x, x)
      case .hyperbolicTangent: kernelTangents(count, x, x)
      case .errorFunction: kernelErrorFunctions(count, x, x)
      case .sigmoid: kernelSigmoids(count, x, x)
      }
    }
  }

  /// The function of one number.
  public func callAsFunction(_ x: Double) -> Double {
    switch self {
    case .exponential: exp(x)
    case .logarithmOfOnePlus: log1p(x)
    case .hyperbolicTangent: tanh(x)
    case .errorFunction: erf(x)
    case .sigmoid: Kernels.sigmoid(x)
    }
  }
}
