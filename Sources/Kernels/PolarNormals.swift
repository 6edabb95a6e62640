/// Two standard normal numbers by Marsaglia's polar method.
///
/// x₁ = 2u − 1, then x₂ = 2u − 1, drawn again unless 0 < r² = x₁² + x₂² < 1; the numbers are f x₁ and
/// f x₂ with f = √(−2 log(r²) / r²).
///
/// - Parameter uniform: draws from the uniform distribution on [0, 1).
func polarNormals(_ uniform: () -> Double) -> SIMD2<Double> {
  while true {
    let x1 = 2 * uniform() - 1
    let x2 = 2 * uniform() - 1
    let square = x1 * x1 + x2 * x2
    if square > 0 && square < 1 {
      let factor = (-2 * log(square) / square).squareRoot()
      return SIMD2(factor * x1, factor * x2)
    }
  }
}
