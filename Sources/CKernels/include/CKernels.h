#ifndef C_KERNELS_H
#define C_KERNELS_H

#include <stddef.h>

/// One update of the rules that divide an average of the gradient by the root of an average of its
/// square, for n parameters:
///
///     m = kept m + (1 - kept) g
///     v = beta2 v + (1 - beta2) g²
///     θ -= (a g + b m) / (√v root + epsilon), or nothing where the denominator is 0
void kernelUpdateMoments(
    size_t n, double *restrict theta, double *restrict m, double *restrict v,
    const double *restrict gradient, double kept, double beta2, double a, double b, double root,
    double epsilon);

/// √x, which is exact; not a number for x below 0. Unlike Swift's own, it has no branch to the C
/// library, so that loops with it vectorize.
static inline double kernelSquareRoot(double x) { return __builtin_elementwise_sqrt(x); }

#endif
