#include "CKernels.h"

#include <stdbool.h>

#include "dispatch.h"

// Each element is one chain of fused multiply-adds over the inner index in rising order. A chain
// has one correct result, so tiles, blocks and vector widths cannot change a bit: they are chosen
// for speed alone. Where the processor has no such instruction, libm's exact `fma` stands in.
#pragma STDC FP_CONTRACT OFF

/// A panel of this depth stays in the first cache, a block of that many columns in the second.
static const size_t maximumInner = 192, maximumColumns = 528, maximumRows = 192;
/// The left matrix is read in place up to this many elements.
static const size_t largestUnpacked = 16384;

/// `count` rounded up to a multiple of `unit`.
static size_t rounded(size_t count, size_t unit) { return (count + unit - 1) / unit * unit; }

/// The size of blocks that split `count` evenly, each at most `maximum`, a multiple of `unit`.
static size_t balanced(size_t count, size_t maximum, size_t unit) {
  if (count == 0) return 1;
  const size_t blocks = (count + maximum - 1) / maximum;
  return rounded((count + blocks - 1) / blocks, unit);
}

typedef double Four __attribute__((vector_size(32), aligned(8)));

/// Four vectors as the columns of a square become its rows, `step` apart.
static inline __attribute__((always_inline)) void transpose(
    const double *x, size_t xStep, double *y, size_t yStep) {
  const Four r0 = *(const Four *)x, r1 = *(const Four *)(x + xStep);
  const Four r2 = *(const Four *)(x + 2 * xStep), r3 = *(const Four *)(x + 3 * xStep);
  const Four a = __builtin_shufflevector(r0, r1, 0, 4, 2, 6);
  const Four b = __builtin_shufflevector(r0, r1, 1, 5, 3, 7);
  const Four c = __builtin_shufflevector(r2, r3, 0, 4, 2, 6);
  const Four d = __builtin_shufflevector(r2, r3, 1, 5, 3, 7);
  *(Four *)y = __builtin_shufflevector(a, c, 0, 1, 4, 5);
  *(Four *)(y + yStep) = __builtin_shufflevector(b, d, 0, 1, 4, 5);
  *(Four *)(y + 2 * yStep) = __builtin_shufflevector(a, c, 2, 3, 6, 7);
  *(Four *)(y + 3 * yStep) = __builtin_shufflevector(b, d, 2, 3, 6, 7);
}

/// Copies `count` rows or columns of a matrix, `step` apart, so that their elements at one inner
/// index are neighbours, with zeros up to `width`.
FORMS("arch=x86-64-v3", "default") static void pack(
    size_t count, size_t width, size_t inner, const double *source, size_t step, size_t innerStep,
    double *target) {
  size_t first = 0;
  if (innerStep == 1) {
    for (; first + 4 <= count; first += 4) {
      size_t l = 0;
      for (; l + 4 <= inner; l += 4)
        transpose(source + first * step + l, step, target + l * width + first, width);
      for (; l < inner; l++)
        for (size_t p = first; p < first + 4; p++) target[l * width + p] = source[p * step + l];
    }
  } else {
    for (; first + 8 <= count; first += 8)
      for (size_t l = 0; l < inner; l++)
        for (size_t p = 0; p < 8; p++)
          target[l * width + first + p] = source[l * innerStep + first + p];
  }
  for (; first < width; first++)
    for (size_t l = 0; l < inner; l++)
      target[l * width + first] = first < count ? source[first * step + l * innerStep] : 0;
}

// Processors without vectors of four doubles take two instructions for one.
#define LANES 4
#define ROWS 4
#define FORM(x) x##Base
#define TARGET
#include "matrix_blocks.h"
#undef FORM
#undef TARGET

#if defined(__x86_64__)
#define FORM(x) x##V3
#define TARGET __attribute__((target("arch=x86-64-v3")))
#include "matrix_blocks.h"
#undef FORM
#undef TARGET
#undef LANES
#undef ROWS

#define LANES 8
#define ROWS 8
#define FORM(x) x##V4
#define TARGET __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
#include "matrix_blocks.h"
#undef FORM
#undef TARGET
#endif
#undef LANES
#undef ROWS

size_t kernelMatrixProductWorkspace(size_t m, size_t n, size_t k) {
  // The widest panel is 24 columns, the tallest tile 8 rows.
  const size_t inner = k < maximumInner ? k : maximumInner;
  const size_t columns = rounded(n < maximumColumns ? n : maximumColumns, 24);
  const size_t rows = rounded(m < maximumRows ? m : maximumRows, 8);
  return inner * (columns + (m * k > largestUnpacked ? rows : 0));
}

int kernelMatrixProductForms(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("x86-64-v4")) return 3;
  if (__builtin_cpu_supports("x86-64-v3")) return 2;
#endif
  return 1;
}

void kernelMatrixProductInForm(
    int form, size_t m, size_t n, size_t k, const double *a, size_t aRow, size_t aInner,
    const double *b, size_t bInner, size_t bColumn, const double *start, size_t startRow, double *c,
    double *workspace) {
#if defined(__x86_64__)
  if (form == 2)
    return productV4(m, n, k, a, aRow, aInner, b, bInner, bColumn, start, startRow, c, workspace);
  if (form == 1)
    return productV3(m, n, k, a, aRow, aInner, b, bInner, bColumn, start, startRow, c, workspace);
#endif
  productBase(m, n, k, a, aRow, aInner, b, bInner, bColumn, start, startRow, c, workspace);
}

void kernelMatrixProduct(
    size_t m, size_t n, size_t k, const double *a, size_t aRow, size_t aInner, const double *b,
    size_t bInner, size_t bColumn, const double *start, size_t startRow, double *c,
    double *workspace) {
  kernelMatrixProductInForm(
      kernelMatrixProductForms() - 1, m, n, k, a, aRow, aInner, b, bInner, bColumn, start, startRow,
      c, workspace);
}
