#include "CKernels.h"
#include "dispatch.h"
#include "elementary.h"

/// Numbers are taken in blocks of this many, so that a loop has no remainder and reads nothing that
/// it wrote.
enum { blockSize = 64 };

/// y = f(x) for n numbers: the branchless `common` for all, then `rare` where it does not hold.
#define ARRAY_FUNCTION(name, common, isRare, rare)                       \
  WIDEST void name(size_t n, const double *x, double *y) {               \
    double in[blockSize], out[blockSize];                                \
    for (size_t start = 0; start < n; start += blockSize) {              \
      const size_t count = n - start < blockSize ? n - start : blockSize; \
      for (size_t i = count; i < blockSize; i++) in[i] = 0;              \
      memcpy(in, x + start, count * sizeof(double));                     \
      uint64_t anyRare = 0;                                              \
      for (size_t i = 0; i < blockSize; i++) {                           \
        const double value = in[i];                                      \
        out[i] = common(value);                                          \
        anyRare |= (isRare) ? 1 : 0;                                     \
      }                                                                  \
      if (anyRare)                                                       \
        for (size_t i = 0; i < count; i++) {                             \
          const double value = in[i];                                    \
          if (isRare) out[i] = rare(value);                              \
        }                                                                \
      memcpy(y + start, out, count * sizeof(double));                    \
    }                                                                    \
  }

ARRAY_FUNCTION(
    kernelExponentials, exponentialInRange, !(magnitude(value) < 707), kernelExponential)
ARRAY_FUNCTION(
    kernelLogarithmsOfOnePlus, logarithmOfOnePlus, !(value > -1 && value < __builtin_inf()),
    kernelLogarithmOfOnePlus)
ARRAY_FUNCTION(kernelTangents, tangent, false, kernelTangent)
ARRAY_FUNCTION(kernelErrorFunctions, errorFunctionOf, false, kernelErrorFunction)
ARRAY_FUNCTION(kernelSigmoids, sigmoidInRange, value < -707, kernelSigmoid)
ARRAY_FUNCTION(kernelGelus, gelu, false, gelu)
ARRAY_FUNCTION(kernelGeluDerivatives, geluDerivative, false, geluDerivative)

WIDEST void kernelRectify(size_t n, const double *x, double *y) {
  for (size_t i = 0; i < n; i++) y[i] = x[i] < 0 ? 0 : x[i];
}

WIDEST void kernelRectifierGradient(size_t n, const double *restrict y, double *restrict g) {
  for (size_t i = 0; i < n; i++) g[i] = y[i] > 0 ? g[i] : 0;
}

WIDEST void kernelTangentGradient(size_t n, const double *restrict y, double *restrict g) {
  for (size_t i = 0; i < n; i++) g[i] *= 1 - y[i] * y[i];
}

WIDEST void kernelSigmoidGradient(size_t n, const double *restrict y, double *restrict g) {
  for (size_t i = 0; i < n; i++) g[i] *= y[i] * (1 - y[i]);
}

void kernelGeluGradient(size_t n, const double *restrict x, double *restrict g) {
  double derivative[blockSize];
  for (size_t start = 0; start < n; start += blockSize) {
    const size_t count = n - start < blockSize ? n - start : blockSize;
    kernelGeluDerivatives(count, x + start, derivative);
    for (size_t i = 0; i < count; i++) g[start + i] *= derivative[i];
  }
}
