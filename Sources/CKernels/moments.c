#include "CKernels.h"
#include "dispatch.h"

// Every operation here has one correct answer, so vector width cannot change a bit as long as the
// compiler does not fuse multiplications with additions.
#pragma STDC FP_CONTRACT OFF

WIDEST void kernelUpdateMoments(
    size_t n, double *restrict theta, double *restrict m, double *restrict v,
    const double *restrict gradient, double kept, double beta2, double a, double b, double root,
    double epsilon) {
  const double taken = 1 - kept, taken2 = 1 - beta2;
  for (size_t i = 0; i < n; i++) {
    const double g = gradient[i];
    m[i] = kept * m[i] + taken * g;
    v[i] = beta2 * v[i] + taken2 * (g * g);
    const double denominator = __builtin_elementwise_sqrt(v[i]) * root + epsilon;
    const double step = (a * g + b * m[i]) / denominator;
    theta[i] -= denominator == 0 ? 0 : step;
  }
}
