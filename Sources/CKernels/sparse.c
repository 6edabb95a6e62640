#include "CKernels.h"
#include "dispatch.h"

#pragma STDC FP_CONTRACT OFF

/// `count` neighbouring columns of one row of a product, their sums in registers all the while.
INLINE void gather(
    const size_t count, size_t elements, const int32_t *columns, const double *values, size_t width,
    const double *b, const double *start, double *c) {
  double sums[8];
  for (size_t j = 0; j < count; j++) sums[j] = start ? start[j] : 0;
  for (size_t p = 0; p < elements; p++) {
    const double *source = b + (size_t)columns[p] * width;
    for (size_t j = 0; j < count; j++) sums[j] = __builtin_fma(values[p], source[j], sums[j]);
  }
  for (size_t j = 0; j < count; j++) c[j] = sums[j];
}

/// Runs `call` for all columns, eight at a time and then four, two and one.
#define BY_COLUMNS(width, call)                          \
  {                                                      \
    size_t j = 0;                                        \
    for (; j + 8 <= (width); j += 8) call(8);            \
    if ((width) & 4) { call(4); j += 4; }                \
    if ((width) & 2) { call(2); j += 2; }                \
    if ((width) & 1) call(1);                            \
  }

/// Asks for the elements from `first` up to `end`, which are not next to those at hand.
INLINE void askFor(size_t first, size_t end, const int32_t *columns, const double *values) {
  for (size_t p = first; p < end; p += 16) __builtin_prefetch(columns + p);
  for (size_t p = first; p < end; p += 8) __builtin_prefetch(values + p);
}

WIDEST void kernelSparseProduct(
    size_t rows, const size_t *numbers, const size_t *offsets, const int32_t *columns,
    const double *values, size_t width, const double *b, const double *start, double *c) {
  for (size_t i = 0; i < rows; i++) {
    const size_t row = numbers ? numbers[i] : i;
    const size_t first = offsets[row], elements = offsets[row + 1] - first;
    if (numbers && i + 1 < rows)
      askFor(offsets[numbers[i + 1]], offsets[numbers[i + 1] + 1], columns, values);
#define CALL(count)                                                                \
  gather((count), elements, columns + first, values + first, width, b + j,         \
         start ? start + j : NULL, c + i * width + j)
    BY_COLUMNS(width, CALL)
#undef CALL
  }
}

WIDEST void kernelSparseTransposedProduct(
    size_t rows, const size_t *numbers, const size_t *offsets, const int32_t *columns,
    const double *values, size_t width, const double *b, double *c) {
  for (size_t i = 0; i < rows; i++) {
    const size_t row = numbers ? numbers[i] : i;
    const double *restrict source = b + i * width;
    for (size_t p = offsets[row]; p < offsets[row + 1]; p++) {
      const double value = values[p];
      double *restrict target = c + (size_t)columns[p] * width;
      for (size_t j = 0; j < width; j++) target[j] = __builtin_fma(value, source[j], target[j]);
    }
  }
}
