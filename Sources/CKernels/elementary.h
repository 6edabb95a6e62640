// The elementary functions for one number without branches, so that loops over them run in vectors;
// the one-number forms in elementary.c use the same code and so give the same bits. Only additions,
// multiplications, divisions and operations on bits: nothing that a processor could do differently.

#ifndef ELEMENTARY_H
#define ELEMENTARY_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "dispatch.h"
#include "error_tables.h"
#include "exponential_tables.h"

#pragma STDC FP_CONTRACT OFF

INLINE uint64_t bitsOf(double x) {
  uint64_t bits;
  memcpy(&bits, &x, 8);
  return bits;
}

INLINE double doubleOf(uint64_t bits) {
  double x;
  memcpy(&x, &bits, 8);
  return x;
}

INLINE double magnitude(double x) { return doubleOf(bitsOf(x) & 0x7FFFFFFFFFFFFFFF); }

INLINE double withSign(double x, double sign) {
  return doubleOf(bitsOf(x) | (bitsOf(sign) & 0x8000000000000000));
}

/// A number as the sum of two, the second far smaller.
typedef struct {
  double high, low;
} Pair;

/// a + b and its rounding error.
INLINE Pair twoSum(double a, double b) {
  const double sum = a + b;
  const double bPart = sum - a;
  return (Pair){sum, (a - (sum - bPart)) + (b - bPart)};
}

/// a b and its rounding error, by halves of 26 bits; for a and b below 2^990.
INLINE Pair twoProduct(double a, double b) {
  const double aSplit = a * 134217729, bSplit = b * 134217729;
  const double aHead = aSplit - (aSplit - a), bHead = bSplit - (bSplit - b);
  const double aTail = a - aHead, bTail = b - bHead;
  const double product = a * b;
  return (Pair){
      product, ((aHead * bHead - product) + aHead * bTail + aTail * bHead) + aTail * bTail};
}

/// e^(x + rest) = 2^exponent (high + low), where bits 7 and up of `steps` are 1023 + exponent.
///
/// x = (128 k + i) log 2 / 128 + r with |r| ≤ log 2 / 256; a table holds 2^(i/128) in two parts,
/// and a polynomial gives e^r - 1. For |x| < 746; anything else gives a harmless number.
INLINE Pair exponentialParts(double x, double rest, uint64_t *steps) {
  // Adding 1.5 · 2^52 rounds to a whole number, which the low bits then hold.
  const double shifted = x * 0x1.71547652b82fep7 + 0x1.8p52;
  const double n = shifted - 0x1.8p52;
  *steps = bitsOf(shifted) - bitsOf(0x1.8p52) + 1023 * 128;
  const uint64_t index = bitsOf(shifted) & 127;

  // The first two parts of the step have so few bits that their products with n are exact.
  const double head = x - n * 0x1.62e42fefc0000p-8;
  const double middle = n * -0x1.c610ca8700000p-44;
  const double r = head - middle;
  const double rPart = head - r;
  const double rLow = (rPart - middle) - n * 0x1.e3b39803f2f6bp-79 + rest * (1 + r);

  const double tail = 1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720)));
  const double series = rLow + r * r * (0.5 + r * tail);
  const double high = powersOfTwo[2 * index];
  return (Pair){high, powersOfTwo[2 * index + 1] + high * (r + series)};
}

/// 2^exponent from the steps of `exponentialParts`, for exponents of normal numbers.
INLINE double scaleOf(uint64_t steps) { return doubleOf((steps & ~(uint64_t)127) << 45); }

/// e^x for |x| < 707.
INLINE double exponentialInRange(double x) {
  uint64_t steps;
  const Pair parts = exponentialParts(x, 0, &steps);
  return (parts.high + parts.low) * scaleOf(steps);
}

/// log x + rest / x in two parts, where x is a normal number times 2^shift and `rest` below its
/// ulp.
///
/// x = 2^k m with m in [0.707, 1.414); a table holds c, close to 1/m with ten bits, and -log c in
/// two parts; then log x = k log 2 - log c + log(1 + r), where r = m c - 1 is exact as a sum of two
/// doubles, |r| < 2^-7, and the series of log(1 + r) is summed with its first two terms in double
/// precision twice over.
INLINE Pair logarithmParts(double x, double rest, double shift) {
  const uint64_t bits = bitsOf(x);
  const uint64_t index = bits >> 45 & 127;
  // From index 53 on, m is halved into [0.707, 1).
  const uint64_t halved = index >= 53 ? 1 : 0;
  const uint64_t biased = (bits >> 52) + halved;
  const uint64_t significand = ((bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000) - (halved << 52);
  const double m = doubleOf(significand);
  const double k = doubleOf(biased | 0x4330000000000000) - (0x1p52 + 1023) - shift;
  const double c = logarithms[3 * index];

  // m c - 1 without error: 27 bits of m times the ten of c, less one, and the remaining 26 bits.
  const double mHigh = doubleOf(significand & 0xFFFFFFFFFC000000);
  const Pair parts = twoSum(mHigh * c - 1, (m - mHigh) * c);
  const double r = parts.high;
  // 2^-k, or 0 where x is so large that `rest` is nothing beside it.
  const double scale = doubleOf((biased < 2046 ? 2046 - biased : 0) << 52);
  const double rLow = parts.low + rest * scale * c;

  // Multiples of 2^-42 below 2^10 add without error.
  const double constant = k * 0x1.62e42fefa3800p-1 + logarithms[3 * index + 1];
  const double constantLow = k * 0x1.ef35793c76730p-45 + logarithms[3 * index + 2];

  // r²/2 = square + squareLow, by splitting r into halves of 26 bits.
  const double split = r * 134217729;
  const double rHead = split - (split - r);
  const double rTail = r - rHead;
  const double product = r * r;
  const double productLow = ((rHead * rHead - product) + 2 * rHead * rTail) + rTail * rTail;
  const double square = 0.5 * product;
  const double squareLow = 0.5 * productLow + r * rLow;

  const double even = 1.0 / 4 + product * (1.0 / 6 + product * (1.0 / 8 + product * (1.0 / 10)));
  const double odd = 1.0 / 3 + product * (1.0 / 5 + product * (1.0 / 7 + product * (1.0 / 9)));
  const double series = r * product * (odd - r * even);

  const Pair first = twoSum(constant, r);
  const Pair second = twoSum(first.high, -square);
  return (Pair){
      second.high, series + ((first.low + second.low) + (rLow - squareLow) + constantLow)};
}

/// log(1 + x) for finite x above -1: the logarithm of 1 + x with what that sum loses.
INLINE double logarithmOfOnePlus(double x) {
  const Pair sum = twoSum(1, x);
  const Pair parts = logarithmParts(sum.high, sum.low, 0);
  return magnitude(x) < 0x1p-54 ? x : parts.high + parts.low;
}

/// tanh x: x + x³ P(x²) below 1/4, else 1 - 2 / (e^2x + 1) with the quotient in two parts.
INLINE double tangent(double x) {
  const double size = magnitude(x) > 20 ? 20 : magnitude(x);
  const double square = size * size;
  double series = tangentSeries[7];
#pragma clang loop unroll(full)
  for (int power = 6; power >= 0; power--) series = tangentSeries[power] + square * series;
  const double near = size + size * square * series;

  uint64_t steps;
  const Pair parts = exponentialParts(2 * size, 0, &steps);
  const double scale = scaleOf(steps);
  const double high = parts.high * scale + 1;
  const double highLost = parts.high * scale - (high - 1);
  const double divisor = high + parts.low * scale;
  const double lost = (parts.low * scale - (divisor - high)) + highLost;
  const double quotient = 2 / divisor;
  const Pair product = twoProduct(quotient, divisor);
  const double left = ((2 - product.high) - product.low) - quotient * lost;
  const double quotientLow = 0.5 * quotient * left;
  const double rest = 1 - quotient;
  const double far = rest + (((1 - rest) - quotient) - quotientLow);
  return withSign(size < 0.25 ? near : far, x);
}

/// 1 / (1 + e^-x) for x above -707.
INLINE double sigmoidInRange(double x) {
  const double size = magnitude(x) > 707 ? 707 : magnitude(x);
  const double e = exponentialInRange(-size);
  // 1 + e loses a little, and e itself is off by up to half an ulp: the first is made good.
  const Pair divisor = twoSum(1, e);
  const double inverse = 1 / divisor.high;
  const double quotient = (x < 0 ? e : 1) / divisor.high;
  return quotient - quotient * inverse * divisor.low;
}

/// erf x by polynomials around six points, the first of them 0.
INLINE double errorFunctionOf(double x) {
  const double size = magnitude(x) > 6 ? 6 : magnitude(x);
#define FROM_EDGE(value, edge) value = size >= errorEdges[edge] ? row[(edge) + 1] : value
#define SELECTED(value, table)                                                          \
  double value;                                                                         \
  {                                                                                     \
    const double *row = (table);                                                        \
    value = row[0];                                                                     \
    FROM_EDGE(value, 0), FROM_EDGE(value, 1), FROM_EDGE(value, 2), FROM_EDGE(value, 3); \
    FROM_EDGE(value, 4);                                                                \
  }
  SELECTED(middle, errorMiddles)
  SELECTED(base, errorValues)
  SELECTED(rest, errorRests)
  const bool first = size < errorEdges[0];
  const double t = size - middle;
  const double variable = first ? size * size : t;
  SELECTED(series, errorSeries[17])
#pragma clang loop unroll(full)
  for (int power = 16; power >= 0; power--) {
    SELECTED(coefficient, errorSeries[power])
    series = coefficient + variable * series;
  }
#undef SELECTED
#undef FROM_EDGE
  return withSign((first ? size : base) + (rest + t * series), x);
}

/// (1 + erf(x / √2)) / 2, the normal distribution function.
INLINE double normalDistribution(double x) {
  return 0.5 * (1 + errorFunctionOf(x * 0x1.6a09e667f3bcdp-1));
}

/// x Φ(x).
INLINE double gelu(double x) { return x * normalDistribution(x); }

/// Φ(x) + x φ(x); φ is 0 where its exponential would be below 1e-307.
INLINE double geluDerivative(double x) {
  const double half = 0.5 * x * x;
  const double density = 0x1.9884533d43651p-2 * exponentialInRange(half > 707 ? 0 : -half);
  return normalDistribution(x) + (half > 707 ? 0 : x * density);
}

#endif
