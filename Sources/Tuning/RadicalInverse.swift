/// The digits of a counter in some base, each permuted, mirrored at the point: one coordinate of a Halton sequence.
///
/// With digits d₀, d₁, … of i in base b, least significant first, and a permutation π of 0 to b − 1 for each place,
/// the number is Σ π_j(d_j) b^−(j+1) in [0, 1). Halton, "On the efficiency of certain quasi-random sequences of
/// points", Numerische Mathematik 2 (1960); permuted at random place by place by Owen, "A randomized Halton
/// algorithm in R" (arXiv:1706.02808).
struct RadicalInverse: Hashable, Sendable {
  /// For each place the permuted digits; the base is their count.
  let permutations: [[Int]]

  /// Places whose digits are permuted: all that a double can tell apart, zeros ahead of the number too.
  static func placeCount(base: Int) -> Int {
    var places = 0
    var power = 1.0
    while power * Double(base) < 0x1p54 {
      power *= Double(base)
      places += 1
    }
    return places
  }

  /// The number for `index`, from 0.
  func callAsFunction(_ index: Int) -> Double {
    var rest = index
    var value = 0.0
    var weight = 1.0
    for digits in permutations {
      weight /= Double(digits.count)
      value += Double(digits[rest % digits.count]) * weight
      rest /= digits.count
    }
    return min(value, 1.0.nextDown)
  }
}

/// The prime number with the given number, from 0: 2, 3, 5, …
func prime(_ number: Int) -> Int {
  var primes = [2]
  var candidate = 3
  while primes.count <= number {
    let isPrime = primes.prefix { $0 * $0 <= candidate }.allSatisfy { candidate % $0 != 0 }
    if isPrime { primes.append(candidate) }
    candidate += 2
  }
  return primes[number]
}
