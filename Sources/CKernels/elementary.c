#include "elementary.h"

#include "CKernels.h"

/// (high + low) 2^exponent where that may be below the normal range, rounded once.
static double belowNormal(double high, double low, int64_t exponent) {
  const double value = high + low;
  const double rest = low - (value - high);
  // Numbers between 2^52 u and 2^53 u are multiples of u, here of the smallest number's image.
  const int64_t unitExponent = -1074 - exponent > -52 ? -1074 - exponent : -52;
  const double unit = doubleOf((uint64_t)(unitExponent + 1023) << 52);
  const double shift = 0x1.8p52 * unit;
  double rounded = (value + shift) - shift;
  const double remainder = (value - rounded) + rest;
  if (remainder > 0.5 * unit) {
    rounded += unit;
  } else if (remainder < -0.5 * unit) {
    rounded -= unit;
  }
  return rounded * 0x1p-600 * doubleOf((uint64_t)(exponent + 600 + 1023) << 52);
}

/// e^(x + rest).
static double exponentialOfSum(double x, double rest) {
  if (!(magnitude(x) < 746)) return x != x ? x : x > 0 ? __builtin_inf() : 0;
  uint64_t steps;
  const Pair parts = exponentialParts(x, rest, &steps);
  const int64_t exponent = ((int64_t)steps >> 7) - 1023;
  if (exponent > -1022 && exponent < 1023) return (parts.high + parts.low) * scaleOf(steps);
  if (exponent < 0) return belowNormal(parts.high, parts.low, exponent);
  if (exponent > 1024) return __builtin_inf();
  return (parts.high + parts.low) * 2 * scaleOf(steps - 128);
}

/// log x for a positive finite number.
static Pair logarithmOfPositive(double x) {
  return x < 0x1p-1022 ? logarithmParts(x * 0x1p54, 0, 54) : logarithmParts(x, 0, 0);
}

double kernelExponential(double x) { return exponentialOfSum(x, 0); }

double kernelLogarithm(double x) {
  if (x != x || x == __builtin_inf()) return x;
  if (x == 0) return -__builtin_inf();
  if (x < 0) return __builtin_nan("");
  const Pair parts = logarithmOfPositive(x);
  return parts.high + parts.low;
}

double kernelLogarithmOfOnePlus(double x) {
  if (x != x || x == __builtin_inf()) return x;
  if (x == -1) return -__builtin_inf();
  if (x < -1) return __builtin_nan("");
  return logarithmOfOnePlus(x);
}

double kernelTangent(double x) { return tangent(x); }

double kernelErrorFunction(double x) { return errorFunctionOf(x); }

double kernelSigmoid(double x) {
  return x < -707 ? kernelExponential(x) : sigmoidInRange(x);
}

double kernelPower(double x, double y) {
  if (y == 0 || x == 1) return 1;
  if (x != x || y != y) return x + y;
  const double size = magnitude(x);
  // From 2^53 on every number is even.
  const bool whole = magnitude(y) >= 0x1p53 || (double)(int64_t)y == y;
  const bool odd = magnitude(y) < 0x1p53 && whole && ((int64_t)y & 1);
  const double sign = odd ? x : 1;
  if (magnitude(y) == __builtin_inf()) {
    if (size == 1) return 1;
    return (size > 1) == (y > 0) ? __builtin_inf() : 0;
  }
  if (size == 0 || size == __builtin_inf())
    return withSign((size == 0) == (y > 0) ? 0 : __builtin_inf(), sign);
  if (x < 0 && !whole) return __builtin_nan("");

  if (size == 1) return withSign(1, sign);
  const Pair parts = logarithmOfPositive(size);
  const double high = parts.high + parts.low;
  const double low = parts.low - (high - parts.high);
  const double estimate = y * high;
  // Also keeps the exact product below from overflowing.
  if (!(magnitude(estimate) < 746)) return withSign(estimate > 0 ? __builtin_inf() : 0, sign);
  const Pair product = twoProduct(y, high);
  return withSign(exponentialOfSum(product.high, product.low + y * low), sign);
}
