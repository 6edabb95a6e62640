#include "CKernels.h"

#pragma STDC FP_CONTRACT OFF

// The loader picks the widest form that the processor has.
#if defined(__x86_64__)
#define WIDEST __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define WIDEST
#endif

WIDEST void kernelSparseProduct(
    size_t rows, const size_t *numbers, const size_t *offsets, const int32_t *columns,
    const double *values, size_t width, const double *b, const double *start, double *c) {
  for (size_t i = 0; i < rows; i++) {
    const size_t row = numbers ? numbers[i] : i;
    double *restrict target = c + i * width;
    if (width == 1) {
      double sum = start ? *start : 0;
      for (size_t p = offsets[row]; p < offsets[row + 1]; p++)
        sum = __builtin_fma(values[p], b[columns[p]], sum);
      *target = sum;
      continue;
    }
    for (size_t j = 0; j < width; j++) target[j] = start ? start[j] : 0;
    for (size_t p = offsets[row]; p < offsets[row + 1]; p++) {
      const double value = values[p];
      const double *restrict source = b + (size_t)columns[p] * width;
      for (size_t j = 0; j < width; j++) target[j] = __builtin_fma(value, source[j], target[j]);
    }
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
