import Kernels

/// What the density of a mixture is summed up from at one point: for each kernel an exponent and a factor.
struct KernelTerms: Sendable {
  /// Exponents, one a kernel.
  var exponents: [Double]
  /// What the exponentials are multiplied with.
  var factors: [Double]
  /// Room for the error function at both ends of an interval.
  private var lowEnds: [Double]
  private var highEnds: [Double]

  init(count: Int) {
    exponents = [Double](repeating: 0, count: count)
    factors = exponents
    lowEnds = exponents
    highEnds = exponents
  }

  /// Σ factor · e^exponent.
  mutating func sum() -> Double {
    var terms = exponents.mutableSpan
    ArrayFunction.exponential.apply(&terms)
    return dot(exponents.span, factors.span)
  }

  /// Multiplies every term with e^(−z²/2), where z = (place − μ) / σ.
  mutating func multiply(by kernels: AxisKernels, at place: Double) {
    kernels.withEach(&exponents, &factors) { mean, inverseWidth, exponent, _ in
      let z = (place - mean) * inverseWidth
      exponent -= 0.5 * z * z
    }
  }

  /// Multiplies every term with the mean of e^(−z²/2) over an interval.
  mutating func multiply(by kernels: AxisKernels, over interval: (low: Double, high: Double)) {
    // Where it is short beside every kernel, the difference of two error functions would lose digits, and the
    // series below needs none.
    let half = 0.5 * (interval.high - interval.low)
    if half <= 0.05 * kernels.leastWidth {
      multiply(by: kernels, around: 0.5 * (interval.low + interval.high), half)
    } else {
      multiply(by: kernels, from: interval.low, to: interval.high)
    }
  }

  /// By the series e^(−m²/2) (1 + h² He₂(m)/3! + h⁴ He₄(m)/5! + h⁶ He₆(m)/7! + …) with Hermite's polynomials, where m is
  /// the middle of the interval and h its half, both standardized.
  ///
  /// For h up to 0.05 what is left out is below 1e-12 of the term up to |m| = 3; farther out the term itself vanishes
  /// beside the prior's.
  private mutating func multiply(by kernels: AxisKernels, around middle: Double, _ half: Double) {
    kernels.withEach(&exponents, &factors) { mean, inverseWidth, exponent, factor in
      let z = (middle - mean) * inverseWidth
      let square = z * z
      let h = half * inverseWidth * half * inverseWidth
      let second = (square - 1) * (1.0 / 6)
      let fourth = ((square - 6) * square + 3) * (1.0 / 120)
      let sixth = (((square - 15) * square + 45) * square - 15) * (1.0 / 5040)
      exponent -= 0.5 * square
      factor *= 1 + h * (second + h * (fourth + h * sixth))
    }
  }

  /// By √(2π) / (b − a) · ½ (erf(b/√2) − erf(a/√2)) for the standardized ends a and b.
  private mutating func multiply(by kernels: AxisKernels, from low: Double, to high: Double) {
    let root = 0.5.squareRoot()
    kernels.withEach(&lowEnds, &highEnds) { mean, inverseWidth, lowEnd, highEnd in
      lowEnd = (low - mean) * inverseWidth * root
      highEnd = (high - mean) * inverseWidth * root
    }
    applyErrorFunction(&lowEnds)
    applyErrorFunction(&highEnds)
    let scale = (0.5 * Double.pi).squareRoot() / (high - low)
    for kernel in factors.indices {
      factors[kernel] *= scale * kernels.widths[kernel] * (highEnds[kernel] - lowEnds[kernel])
    }
  }
}

/// Puts the error function's value in the place of every number.
private func applyErrorFunction(_ numbers: inout [Double]) {
  var span = numbers.mutableSpan
  ArrayFunction.errorFunction.apply(&span)
}

extension AxisKernels {
  /// Runs a loop over the kernels' means and inverse widths and two lists of as many numbers that it changes.
  @inline(__always)
  fileprivate func withEach(
    _ first: inout [Double], _ second: inout [Double],
    _ body: (_ mean: Double, _ inverseWidth: Double, inout Double, inout Double) -> Void
  ) {
    precondition(first.count == means.count && second.count == means.count)
    means.withUnsafeBufferPointer { means in
      inverseWidths.withUnsafeBufferPointer { inverseWidths in
        first.withUnsafeMutableBufferPointer { first in
          second.withUnsafeMutableBufferPointer { second in
            for kernel in means.indices {
              body(means[kernel], inverseWidths[kernel], &first[kernel], &second[kernel])
            }
          }
        }
      }
    }
  }
}
