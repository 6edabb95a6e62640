/// The cosine of `x` in radians.
///
/// x is reduced to n π/2 + r with |r| ≤ π/4 and an error far below an ulp of r, for every finite x
/// (see `QuarterTurns`): no argument is too large. Then a polynomial gives the cosine or sine of r.
///
/// Error: below 0.75 ulp; 0.735 at most at 40,000 points tried against mpmath over all finite numbers.
/// Edges: cos(±0) = 1; ±∞ and NaN give NaN.
public func cos(_ x: Double) -> Double {
  guard x.isFinite else { return .nan }
  let turns = QuarterTurns(x)
  switch turns.count {
  case 0: return cosine(turns.angle, turns.rest)
  case 1: return -sine(turns.angle, turns.rest)
  case 2: return -cosine(turns.angle, turns.rest)
  default: return sine(turns.angle, turns.rest)
  }
}

/// The sine of `x` in radians.
///
/// Reduced as for `cos(_:)`.
///
/// Error: below 0.75 ulp; 0.726 at most at 40,000 points tried against mpmath over all finite numbers.
/// Edges: sin(±0) = ±0; ±∞ and NaN give NaN.
public func sin(_ x: Double) -> Double {
  guard x.isFinite else { return .nan }
  // Below 2⁻²⁷ the next term, x³/6, is under half an ulp; this also keeps the sign of −0.
  if x.magnitude < 0x1p-27 { return x }
  let turns = QuarterTurns(x)
  switch turns.count {
  case 0: return sine(turns.angle, turns.rest)
  case 1: return cosine(turns.angle, turns.rest)
  case 2: return -sine(turns.angle, turns.rest)
  default: return -cosine(turns.angle, turns.rest)
  }
}

/// The series of the sine at r + rest, |r| ≤ π/4, to the term in r¹⁹.
private func sine(_ r: Double, _ rest: Double) -> Double {
  let z = r * r
  let high =
    1.0 / 6_227_020_800 + z
    * (-1.0 / 1_307_674_368_000 + z
      * (1.0 / 355_687_428_096_000 + z * (-1.0 / 121_645_100_408_832_000)))
  let low = 1.0 / 120 + z * (-1.0 / 5_040 + z * (1.0 / 362_880 + z * (-1.0 / 39_916_800)))
  // r + (rest cos r − r³/6 + ...), where cos r needs two terms only.
  let cubic = r * z
  return r + (rest * (1 - 0.5 * z) + cubic * (-1.0 / 6 + z * (low + z * z * z * z * high)))
}

/// The series of the cosine at r + rest, |r| ≤ π/4, to the term in r²⁰.
private func cosine(_ r: Double, _ rest: Double) -> Double {
  let z = r * r
  let high =
    1.0 / 479_001_600 + z
    * (-1.0 / 87_178_291_200 + z
      * (1.0 / 20_922_789_888_000 + z
        * (-1.0 / 6_402_373_705_728_000 + z * (1.0 / 2_432_902_008_176_640_000))))
  let low = 1.0 / 24 + z * (-1.0 / 720 + z * (1.0 / 40_320 + z * (-1.0 / 3_628_800)))
  // 1 − z/2 loses bits, which (1 − w) − z/2 gives back.
  let half = 0.5 * z
  let w = 1 - half
  return w + (((1 - w) - half) + (z * z * (low + z * z * z * z * high) - r * rest))
}
