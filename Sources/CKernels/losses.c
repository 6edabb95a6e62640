#include "CKernels.h"
#include "elementary.h"

enum { blockSize = 64 };

/// ((l0 + l4) + (l2 + l6)) + ((l1 + l5) + (l3 + l7)).
static double laneSum(const double *l) {
  return ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
}

double kernelLogisticLoss(size_t n, double *z, const double *labels, double weight) {
  double lanes[8] = {0};
  double away[blockSize], losses[blockSize];
  for (size_t start = 0; start < n; start += blockSize) {
    const size_t count = n - start < blockSize ? n - start : blockSize;
    double *block = z + start;
    for (size_t i = 0; i < count; i++) {
      // How far the logit is on the wrong side.
      away[i] = labels[start + i] == 1 ? -block[i] : block[i];
      losses[i] = -magnitude(away[i]);
    }
    kernelExponentials(count, losses, losses);
    kernelLogarithmsOfOnePlus(count, losses, losses);
    for (size_t i = 0; i < count; i++) lanes[i % 8] += losses[i] + (away[i] > 0 ? away[i] : 0);
    kernelSigmoids(count, away, away);
    for (size_t i = 0; i < count; i++)
      block[i] = weight * (labels[start + i] == 1 ? -away[i] : away[i]);
  }
  return laneSum(lanes);
}

double kernelSoftmaxLoss(
    size_t rows, size_t classes, double *z, const int32_t *labels, double weight) {
  double lanes[8] = {0};
  double below[blockSize], sums[blockSize], others[blockSize];
  size_t largest[blockSize];
  for (size_t start = 0; start < rows; start += blockSize) {
    const size_t count = rows - start < blockSize ? rows - start : blockSize;
    double *block = z + start * classes;
    for (size_t i = 0; i < count; i++) {
      double *row = block + i * classes;
      size_t top = 0;
      for (size_t j = 1; j < classes; j++) top = row[j] > row[top] ? j : top;
      const double maximum = row[top];
      for (size_t j = 0; j < classes; j++) row[j] -= maximum;
      largest[i] = top;
      below[i] = -row[labels[start + i]];
    }
    kernelExponentials(count * classes, block, block);
    for (size_t i = 0; i < count; i++) {
      const double *row = block + i * classes;
      // The largest has e^0 = 1, or NaN where a logit is infinite or NaN.
      double rest = 0;
      for (size_t j = 0; j < largest[i]; j++) rest += row[j];
      for (size_t j = largest[i] + 1; j < classes; j++) rest += row[j];
      others[i] = rest;
      sums[i] = row[largest[i]] + rest;
    }
    kernelLogarithmsOfOnePlus(count, others, others);
    for (size_t i = 0; i < count; i++) {
      double *row = block + i * classes;
      lanes[i % 8] += others[i] + below[i];
      for (size_t j = 0; j < classes; j++) row[j] /= sums[i];
      row[labels[start + i]] -= 1;
      for (size_t j = 0; j < classes; j++) row[j] *= weight;
    }
  }
  return laneSum(lanes);
}
