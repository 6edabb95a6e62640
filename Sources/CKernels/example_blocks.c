#include "CKernels.h"
#include "dispatch.h"

// Examples lie in blocks of eight, feature by feature within a block, so that one vector holds the same
// feature of eight examples. Sums over examples keep one partial sum a lane; no order depends on how
// many blocks are taken at once. Multiplication and addition are rounded apart, as they stand.
#pragma STDC FP_CONTRACT OFF

typedef double Lanes __attribute__((vector_size(64), aligned(8)));

/// ((l0 + l4) + (l2 + l6)) + ((l1 + l5) + (l3 + l7)).
INLINE double laneSum(const double *l) {
  return ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
}

/// Predictions of `blocks` neighbouring blocks, a constant: b + x0 w0 + x1 w1 + ... from the left.
INLINE void predict(
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

INLINE void predictAll(
    size_t blocks, size_t features, const double *x, const double *theta, double *z) {
  size_t i = 0;
  for (; i + 4 <= blocks; i += 4) predict(4, features, x + i * features * 8, theta, z + i * 8);
  for (; i < blocks; i++) predict(1, features, x + i * features * 8, theta, z + i * 8);
}

/// Adds r x to the partial sums of `count` neighbouring features, a constant, block after block.
INLINE void gather(
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

INLINE void gatherAll(
    size_t blocks, size_t features, const double *x, const double *r, double *sums) {
  size_t j = 0;
  for (; j + 8 <= features; j += 8) gather(8, blocks, features, x + j * 8, r, sums + j * 8);
  for (; j + 2 <= features; j += 2) gather(2, blocks, features, x + j * 8, r, sums + j * 8);
  for (; j < features; j++) gather(1, blocks, features, x + j * 8, r, sums + j * 8);
}

WIDEST void kernelGatherBlocks(
    size_t n, size_t features, const double *values, const size_t *rows, double *x) {
  for (size_t first = 0; first < n; first += 8) {
    const size_t lanes = n - first < 8 ? n - first : 8;
    const double *row[8];
    for (size_t lane = 0; lane < 8; lane++)
      row[lane] = values + rows[first + (lane < lanes ? lane : 0)] * features;
    // Rows come in any order, so the next ones are asked for while these are copied.
    const size_t ahead = first + 8 < n ? (n - first - 8 < 8 ? n - first - 8 : 8) : 0;
    const double *next[8];
    for (size_t lane = 0; lane < ahead; lane++) next[lane] = values + rows[first + 8 + lane] * features;
    double *block = x + first * features;
    size_t j = 0;
    for (; j + 8 <= features; j += 8) {
      for (size_t lane = 0; lane < ahead; lane++) __builtin_prefetch(next[lane] + j);
      Lanes r[8], pairs[8], fours[8];
      for (size_t lane = 0; lane < 8; lane++) r[lane] = *(const Lanes *)(row[lane] + j);
      // Eight rows of eight numbers are transposed: neighbours, then pairs, then halves change places.
#pragma clang loop unroll(full)
      for (size_t i = 0; i < 8; i += 2) {
        pairs[i] = __builtin_shufflevector(r[i], r[i + 1], 0, 8, 2, 10, 4, 12, 6, 14);
        pairs[i + 1] = __builtin_shufflevector(r[i], r[i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
      }
#pragma clang loop unroll(full)
      for (size_t i = 0; i < 8; i++) {
        if (i & 2) continue;
        fours[i] = __builtin_shufflevector(pairs[i], pairs[i + 2], 0, 1, 8, 9, 4, 5, 12, 13);
        fours[i + 2] = __builtin_shufflevector(pairs[i], pairs[i + 2], 2, 3, 10, 11, 6, 7, 14, 15);
      }
      Lanes *out = (Lanes *)(block + j * 8);
#pragma clang loop unroll(full)
      for (size_t i = 0; i < 4; i++) {
        out[i] = __builtin_shufflevector(fours[i], fours[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
        out[i + 4] = __builtin_shufflevector(fours[i], fours[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
      }
    }
    for (; j < features; j++)
      for (size_t lane = 0; lane < 8; lane++) block[j * 8 + lane] = row[lane][j];
    for (size_t lane = lanes; lane < 8; lane++)
      for (j = 0; j < features; j++) block[j * 8 + lane] = 0;
  }
}

WIDEST void kernelBlockPredictions(
    size_t n, size_t features, const double *x, const double *theta, double *z) {
  predictAll((n + 7) / 8, features, x, theta, z);
}

INLINE void addBlockGradient(
    size_t n, size_t features, const double *x, const double *r, double *sums) {
  const size_t blocks = (n + 7) / 8;
  gatherAll(blocks, features, x, r, sums);
  Lanes all = *(const Lanes *)(sums + features * 8);
  for (size_t i = 0; i < blocks; i++) all += *(const Lanes *)(r + i * 8);
  *(Lanes *)(sums + features * 8) = all;
}

WIDEST void kernelAddBlockGradient(
    size_t n, size_t features, const double *x, const double *r, double *sums) {
  addBlockGradient(n, features, x, r, sums);
}

WIDEST void kernelBlockGradient(
    size_t n, size_t features, const double *x, const double *r, double *sums, double *gradient) {
  for (size_t j = 0; j < (features + 1) * 8; j++) sums[j] = 0;
  addBlockGradient(n, features, x, r, sums);
  for (size_t j = 0; j <= features; j++) gradient[j] = laneSum(sums + j * 8);
}

/// Adds to eight partial sums of squares, and unless `sums` is null to those of the gradient.
INLINE void addSquaredError(
    size_t n, size_t features, const double *x, const double *y, const double *theta,
    double *squares, double *sums) {
  // So many blocks that what was read for the predictions is still near when it is read again.
  enum { most = 64 };
  double r[most * 8];
  const size_t fitting = 512 / (features + 1);
  const size_t step = fitting > most ? most : fitting < 4 ? 4 : fitting;
  const size_t blocks = (n + 7) / 8;
  Lanes total = *(const Lanes *)squares, all = {0};
  if (sums) all = *(const Lanes *)(sums + features * 8);
  for (size_t first = 0; first < blocks; first += step) {
    const size_t count = blocks - first < step ? blocks - first : step;
    const double *block = x + first * features * 8;
    predictAll(count, features, block, theta, r);
    for (size_t i = 0; i < count; i++) {
      Lanes residual = *(const Lanes *)(r + i * 8) - *(const Lanes *)(y + (first + i) * 8);
      // Lanes past the last example count for nothing.
      for (size_t lane = n - (first + i) * 8; lane < 8; lane++) residual[lane] = 0;
      *(Lanes *)(r + i * 8) = residual;
      total += residual * residual;
      all += residual;
    }
    if (sums) gatherAll(count, features, block, r, sums);
  }
  if (sums) *(Lanes *)(sums + features * 8) = all;
  *(Lanes *)squares = total;
}

WIDEST void kernelAddSquaredError(
    size_t n, size_t features, const double *x, const double *y, const double *theta,
    double *squares, double *sums) {
  addSquaredError(n, features, x, y, theta, squares, sums);
}

WIDEST double kernelSquaredError(
    size_t n, size_t features, const double *x, const double *y, const double *theta, double *sums,
    double *gradient) {
  double squares[8] = {0};
  if (sums)
    for (size_t j = 0; j < (features + 1) * 8; j++) sums[j] = 0;
  addSquaredError(n, features, x, y, theta, squares, sums);
  if (sums)
    for (size_t j = 0; j <= features; j++) gradient[j] = laneSum(sums + j * 8);
  return laneSum(squares);
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
