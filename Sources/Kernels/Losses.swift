import CKernels

// Sums over examples keep eight partial sums, for example number mod 8, and add them in the tree of
// `laneSum(_:)`.

/// The logistic loss of logits, summed over examples; its derivative takes the logits' place.
///
/// With s = z for label 0 and s = −z for label 1 the loss is max(s, 0) + log(1 + e^−|s|) and its
/// derivative ±1 / (1 + e⁻ˢ). Nothing cancels, and both are finite for every finite logit; the sum is
/// as long as it is a number that exists.
///
/// - Parameters:
///   - logits: z, n numbers; on return `weight` times the derivative of the loss by each.
///   - labels: n numbers, each 0 or 1.
///   - weight: what the derivatives are multiplied by, 1/n for a mean.
/// - Returns: the sum of the n losses in nats, without `weight`.
public func logisticLoss(
  _ logits: inout MutableSpan<Double>, labels: Span<Double>, weight: Double
) -> Double {
  precondition(logits.count == labels.count, "labels of another number of examples")
  let count = logits.count
  return labels.withUnsafeBufferPointer { labels in
    logits.withUnsafeMutableBufferPointer { z in
      kernelLogisticLoss(count, z.baseAddress, labels.baseAddress, weight)
    }
  }
}

/// The cross-entropy of softmax, summed over examples; its derivative takes the logits' place.
///
/// With m the largest logit of a row, at its first place, and r the sum of e^(zⱼ − m) over the others
/// for j rising, the loss is log(1 + r) + (m − z of the label) and the derivative
/// e^(zⱼ − m) / (1 + r), less 1 for the label. Finite for logits of up to 8.9e307 in size.
///
/// - Parameters:
///   - logits: z, rows · classes numbers, row by row; on return `weight` times the derivatives.
///   - classes: 1 or more.
///   - labels: the class of each row, from 0 to classes − 1.
///   - weight: what the derivatives are multiplied by, 1/rows for a mean.
/// - Returns: the sum of the rows' losses in nats, without `weight`.
public func softmaxCrossEntropy(
  _ logits: inout MutableSpan<Double>, classes: Int, labels: Span<Int32>, weight: Double
) -> Double {
  let rows = labels.count
  precondition(classes > 0 && logits.count == rows * classes, "labels of another number of rows")
  return labels.withUnsafeBufferPointer { labels in
    for label in labels { precondition(label >= 0 && label < classes, "a label without a class") }
    return logits.withUnsafeMutableBufferPointer { z in
      kernelSoftmaxLoss(rows, classes, z.baseAddress, labels.baseAddress, weight)
    }
  }
}
