#ifndef C_KERNELS_H
#define C_KERNELS_H

#include <stddef.h>
#include <stdint.h>

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
/// C = S + A B with m x n elements, row by row; each one a chain of fused multiply-adds that starts
/// at its element of S and takes the inner index in rising order from 0 to k - 1.
///
/// Element (i, l) of A is a[i * aRow + l * aInner], where aRow or aInner is 1; element (l, j) of B
/// is b[l * bInner + j * bColumn], where bInner or bColumn is 1; element (i, j) of S is start[i *
/// startRow + j], or 0 where `start` is null. `start` may be `c` itself with startRow = n.
/// `workspace` has room for as many doubles as `kernelMatrixProductWorkspace` says.
void kernelMatrixProduct(
    size_t m, size_t n, size_t k, const double *a, size_t aRow, size_t aInner, const double *b,
    size_t bInner, size_t bColumn, const double *start, size_t startRow, double *c,
    double *workspace);

/// How many doubles a product needs as workspace.
size_t kernelMatrixProductWorkspace(size_t m, size_t n, size_t k);

/// In how many forms this processor can compute a product; all give the same bits.
int kernelMatrixProductForms(void);

/// `kernelMatrixProduct` in one form, from 0 on.
void kernelMatrixProductInForm(
    int form, size_t m, size_t n, size_t k, const double *a, size_t aRow, size_t aInner,
    const double *b, size_t bInner, size_t bColumn, const double *start, size_t startRow, double *c,
    double *workspace);

/// Elementary functions of one number; their pages are those of the functions in Kernels that call
/// them.
double kernelExponential(double x);
double kernelLogarithm(double x);
double kernelLogarithmOfOnePlus(double x);
double kernelTangent(double x);
double kernelErrorFunction(double x);
double kernelSigmoid(double x);
double kernelPower(double x, double y);

/// The same of n numbers, to the same bits; y may be x.
void kernelExponentials(size_t n, const double *x, double *y);
void kernelLogarithmsOfOnePlus(size_t n, const double *x, double *y);
void kernelTangents(size_t n, const double *x, double *y);
void kernelErrorFunctions(size_t n, const double *x, double *y);
void kernelSigmoids(size_t n, const double *x, double *y);

/// x Φ(x) of n numbers, and its derivative Φ(x) + x φ(x), with Φ from the error function.
void kernelGelus(size_t n, const double *x, double *y);
void kernelGeluDerivatives(size_t n, const double *x, double *y);

/// y = x where x is not below 0, else 0.
void kernelRectify(size_t n, const double *x, double *y);

/// g times the derivative of an activation, from its values y or, for gelu, its arguments x.
void kernelRectifierGradient(size_t n, const double *restrict y, double *restrict g);
void kernelTangentGradient(size_t n, const double *restrict y, double *restrict g);
void kernelSigmoidGradient(size_t n, const double *restrict y, double *restrict g);
void kernelGeluGradient(size_t n, const double *restrict x, double *restrict g);

/// The sum of the losses max(s, 0) + log(1 + e^-|s|), where s is the logit z, negated for label 1;
/// z becomes weight times the derivative. Labels are 0 or 1.
double kernelLogisticLoss(size_t n, double *z, const double *labels, double weight);

/// The sum over rows of log Σ e^z - z[label]; z becomes weight times the derivative.
double kernelSoftmaxLoss(
    size_t rows, size_t classes, double *z, const int32_t *labels, double weight);

/// C = S + A B for rows of a sparse matrix A; C has `rows` x `width` elements, each a chain of
/// fused multiply-adds in the order in which the row is stored, from its column's element of
/// `start` or 0.
///
/// Row i of A is row numbers[i] of the stored one, or i where `numbers` is null; its elements are
/// those from offsets[row] up to offsets[row + 1].
void kernelSparseProduct(
    size_t rows, const size_t *numbers, const size_t *offsets, const int32_t *columns,
    const double *values, size_t width, const double *b, const double *start, double *c);

/// C += Aᵀ B, row by row of A: each element is one chain of fused multiply-adds over the rows.
void kernelSparseTransposedProduct(
    size_t rows, const size_t *numbers, const size_t *offsets, const int32_t *columns,
    const double *values, size_t width, const double *b, double *c);

/// Copies n rows of a table of as many columns as there are features into blocks of eight, as below, with
/// zeros in the lanes past the last.
void kernelGatherBlocks(
    size_t n, size_t features, const double *values, const size_t *rows, double *x);

/// For n examples in blocks of eight, feature by feature within a block, with zeros in the lanes past
/// the last: z = b + Xw, where theta holds the weights and then b. z has 8 numbers a block.
void kernelBlockPredictions(
    size_t n, size_t features, const double *x, const double *theta, double *z);

/// The sums over examples of r x for each feature, and last of r, which must be 0 in the lanes past the
/// last example. Eight partial sums each, for example number mod 8, added in a fixed tree. `sums` is room
/// for (features + 1) * 8 numbers.
void kernelBlockGradient(
    size_t n, size_t features, const double *x, const double *r, double *sums, double *gradient);

/// Adds to the partial sums of kernelBlockGradient, so that the examples may come piece by piece: all pieces
/// but the last have a multiple of eight examples.
void kernelAddBlockGradient(
    size_t n, size_t features, const double *x, const double *r, double *sums);

/// Σ r² of the residuals r = b + Xw - y, and in `gradient` what kernelBlockGradient gives for them, unless
/// `sums`, room for (features + 1) * 8 numbers, is null.
double kernelSquaredError(
    size_t n, size_t features, const double *x, const double *y, const double *theta, double *sums,
    double *gradient);

/// Adds to the partial sums of kernelSquaredError, piece by piece as kernelAddBlockGradient does: eight of
/// the squares, and unless `sums` is null those of the gradient.
void kernelAddSquaredError(
    size_t n, size_t features, const double *x, const double *y, const double *theta,
    double *squares, double *sums);

/// Adds the rows of a matrix to `sums`, each column's from the first row to the last.
void kernelAddRows(size_t rows, size_t columns, const double *a, double *restrict sums);

#endif
