#include "CKernels.h"

// Examples lie in blocks of eight, feature by feature within a block, so that one vector holds the same
// feature of eight examples. Sums over examples keep one partial sum a lane; no order depends on how
// many blocks are taken at once. Multiplication and addition are rounded apart, as they stand.
#pragma STDC FP_CONTRACT OFF

// The loader picks the widest form that the processor has.
#if defined(__x86_64__)
#define WIDEST __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define WIDEST
#endif

typedef double Lanes __attribute__((vector_size(64), aligned(8)));

#define STEP static inline __attribute__((always_inline))

/// ((l0 + l4) + (l2 + l6)) + ((l1 + l5) + (l3 + l7)).
STEP double laneSum(const double *l) {
  return ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
}

/// Predictions of `blocks` neighbouring blocks, a constant: b + x0 w0 + x1 w1 + ... from the left.
STEP void predict(
    const size_t blocks, size_t features, const double *x, const double *theta, double *z) {
  Lanes sums[4];
#pragma clang loop unroll(full)
  for (size_t i = 0; i < blocks; i++) sums[i] = theta[features] - (Lanes){0};
  for (size_t j = 0; j < features; j++) {
#pragma clang loop unroll(full)
    for (size_t i = 0; i < blocks; i++)
      sums[i] += *(const Lanes *)(x + (i * features + j) * 8) * theta[j];
  }
#pragma clang loop unroll(full)
  for (size_t i = 0; i < blocks; i++) *(Lanes *)(z + i * 8) = sums[i];
}

STEP void predictAll(
    size_t blocks, size_t features, const double *x, const double *theta, double *z) {
  size_t i = 0;
  for (; i + 4 <= blocks; i += 4) predict(4, features, x + i * features * 8, theta, z + i * 8);
  for (; i < blocks; i++) predict(1, features, x + i * features * 8, theta, z + i * 8);
}

/// Adds r x to the partial sums of `count` neighbouring features, a constant, block after block.
STEP void gather(
    const size_t count, size_t blocks, size_t features, const double *x, const double *r,
    double *sums) {
  Lanes held[8];
#pragma clang loop unroll(full)
  for (size_t j = 0; j < count; j++) held[j] = *(const Lanes *)(sums + j * 8);
  for (size_t i = 0; i < blocks; i++) {
    const Lanes residual = *(const Lanes *)(r + i * 8);
#pragma clang loop unroll(full)
    for (size_t j = 0; j < count; j++)
      held[j] += *(const Lanes *)(x + (i * features + j) * 8) * residual;
  }
#pragma clang loop unroll(full)
  for (size_t j = 0; j < count; j++) *(Lanes *)(sums + j * 8) = held[j];
}

STEP void gatherAll(
    size_t blocks, size_t features, const double *x, const double *r, double *sums) {
  size_t j = 0;
  for (; j + 8 <= features; j += 8) gather(8, blocks, features, x + j * 8, r, sums + j * 8);
  for (; j + 2 <= features; j += 2) gather(2, blocks, features, x + j * 8, r, sums + j * 8);
  for (; j < features; j++) gather(1, blocks, features, x + j * 8, r, sums + j * 8);
}

WIDEST void kernelBlockPredictions(
    size_t n, size_t features, const double *x, const double *theta, double *z) {
  predictAll((n + 7) / 8, features, x, theta, z);
}

WIDEST void kernelBlockGradient(
    size_t n, size_t features, const double *x, const double *r, double *sums, double *gradient) {
  const size_t blocks = (n + 7) / 8;
  for (size_t j = 0; j < (features + 1) * 8; j++) sums[j] = 0;
  gatherAll(blocks, features, x, r, sums);
  Lanes all = {0};
  for (size_t i = 0; i < blocks; i++) all += *(const Lanes *)(r + i * 8);
  *(Lanes *)(sums + features * 8) = all;
  for (size_t j = 0; j <= features; j++) gradient[j] = laneSum(sums + j * 8);
}

WIDEST double kernelSquaredError(
    size_t n, size_t features, const double *x, const double *y, const double *theta, double *sums,
    double *gradient) {
  // So many blocks that what was read for the predictions is still near when it is read again.
  enum { most = 64 };
  double r[most * 8];
  const size_t fitting = 512 / (features + 1);
  const size_t step = fitting > most ? most : fitting < 4 ? 4 : fitting;
  const size_t blocks = (n + 7) / 8;
  Lanes squares = {0}, all = {0};
  if (sums)
    for (size_t j = 0; j < features * 8; j++) sums[j] = 0;
  for (size_t first = 0; first < blocks; first += step) {
    const size_t count = blocks - first < step ? blocks - first : step;
    const double *block = x + first * features * 8;
    predictAll(count, features, block, theta, r);
    for (size_t i = 0; i < count; i++) {
      Lanes residual = *(const Lanes *)(r + i * 8) - *(const Lanes *)(y + (first + i) * 8);
      // Lanes past the last example count for nothing.
      for (size_t lane = n - (first + i) * 8; lane < 8; lane++) residual[lane] = 0;
      *(Lanes *)(r + i * 8) = residual;
      squares += residual * residual;
      all += residual;
    }
    if (sums) gatherAll(count, features, block, r, sums);
  }
  double lanes[8];
  if (sums) {
    for (size_t j = 0; j < features; j++) gradient[j] = laneSum(sums + j * 8);
    *(Lanes *)lanes = all;
    gradient[features] = laneSum(lanes);
  }
  *(Lanes *)lanes = squares;
  return laneSum(lanes);
}

WIDEST void kernelAddRows(size_t rows, size_t columns, const double *a, double *restrict sums) {
  size_t j = 0;
  // Eight columns at once stay in registers.
  for (; j + 8 <= columns; j += 8) {
    Lanes held = *(const Lanes *)(sums + j);
    for (size_t i = 0; i < rows; i++) held += *(const Lanes *)(a + i * columns + j);
    *(Lanes *)(sums + j) = held;
  }
  for (; j < columns; j++)
    for (size_t i = 0; i < rows; i++) sums[j] += a[i * columns + j];
}
