import CKernels

/// Sums over dense examples that lie in blocks of eight, feature by feature within a block: example i
/// is in lane i mod 8 of block i div 8, and its feature j at (i div 8 · features + j) · 8 + i mod 8.
/// Lanes past the last example hold zeros.
///
/// Sums over examples keep eight partial sums, for example number mod 8, and add them in the tree of
/// ``laneSum(_:)``; a prediction starts at b and adds x_j w_j for j rising. Products are rounded
/// before they are added.
///
/// Cost: two multiplications and additions for each number, one where only a loss is asked for.
public struct BlockedExamples: Sendable {
  /// How many examples there are.
  public let count: Int
  /// How many features each has.
  public let featureCount: Int

  /// The sizes of a set of examples.
  public init(count: Int, featureCount: Int) {
    self.count = count
    self.featureCount = featureCount
  }

  /// How many examples and empty lanes the blocks have together.
  public var laneCount: Int { (count + 7) & ~7 }

  /// The predictions b + Xw.
  ///
  /// - Parameters:
  ///   - features: X in blocks, `laneCount` · `featureCount` numbers.
  ///   - parameters: the weights, then b.
  ///   - predictions: receives `laneCount` numbers, those past the last example without meaning.
  public func predict(
    features: Span<Double>, parameters: Span<Double>, into predictions: inout MutableSpan<Double>
  ) {
    check(features, parameters.count, predictions.count)
    features.withUnsafeBufferPointer { x in
      parameters.withUnsafeBufferPointer { theta in
        predictions.withUnsafeMutableBufferPointer { z in
          kernelBlockPredictions(
            count, featureCount, x.baseAddress, theta.baseAddress, z.baseAddress)
        }
      }
    }
  }

  /// Σ rᵢ xᵢⱼ for each feature j, then Σ rᵢ.
  ///
  /// - Parameters:
  ///   - features: X in blocks, `laneCount` · `featureCount` numbers.
  ///   - residuals: r, `laneCount` numbers, 0 past the last example.
  ///   - workspace: `workspaceCount` numbers, whatever they are.
  ///   - gradient: receives `featureCount` + 1 numbers.
  public func gradient(
    features: Span<Double>, residuals: Span<Double>, workspace: inout MutableSpan<Double>,
    into gradient: inout MutableSpan<Double>
  ) {
    check(features, gradient.count, residuals.count)
    precondition(workspace.count == workspaceCount, "a workspace of another size")
    features.withUnsafeBufferPointer { x in
      residuals.withUnsafeBufferPointer { r in
        workspace.withUnsafeMutableBufferPointer { sums in
          gradient.withUnsafeMutableBufferPointer { gradient in
            kernelBlockGradient(
              count, featureCount, x.baseAddress, r.baseAddress, sums.baseAddress,
              gradient.baseAddress)
          }
        }
      }
    }
  }

  /// How many numbers a gradient needs as workspace.
  public var workspaceCount: Int { (featureCount + 1) * 8 }

  /// Σ r² with r = b + Xw − y.
  ///
  /// - Parameters:
  ///   - features: X in blocks, `laneCount` · `featureCount` numbers.
  ///   - targets: y, `laneCount` numbers.
  ///   - parameters: the weights, then b.
  public func squaredError(
    features: Span<Double>, targets: Span<Double>, parameters: Span<Double>
  ) -> Double {
    check(features, parameters.count, targets.count)
    return features.withUnsafeBufferPointer { x in
      targets.withUnsafeBufferPointer { y in
        parameters.withUnsafeBufferPointer { theta in
          kernelSquaredError(
            count, featureCount, x.baseAddress, y.baseAddress, theta.baseAddress, nil, nil)
        }
      }
    }
  }

  /// Σ r² with r = b + Xw − y, and Σ rᵢ xᵢⱼ for each feature j, then Σ rᵢ.
  ///
  /// - Parameters:
  ///   - features: X in blocks, `laneCount` · `featureCount` numbers.
  ///   - targets: y, `laneCount` numbers.
  ///   - parameters: the weights, then b.
  ///   - workspace: `workspaceCount` numbers, whatever they are.
  ///   - gradient: receives `featureCount` + 1 numbers.
  public func squaredError(
    features: Span<Double>, targets: Span<Double>, parameters: Span<Double>,
    workspace: inout MutableSpan<Double>, gradient: inout MutableSpan<Double>
  ) -> Double {
    check(features, parameters.count, targets.count)
    precondition(
      workspace.count == workspaceCount && gradient.count == featureCount + 1,
      "a gradient or workspace of another size")
    return features.withUnsafeBufferPointer { x in
      targets.withUnsafeBufferPointer { y in
        parameters.withUnsafeBufferPointer { theta in
          workspace.withUnsafeMutableBufferPointer { sums in
            gradient.withUnsafeMutableBufferPointer { gradient in
              kernelSquaredError(
                count, featureCount, x.baseAddress, y.baseAddress, theta.baseAddress,
                sums.baseAddress, gradient.baseAddress)
            }
          }
        }
      }
    }
  }

  private func check(_ features: Span<Double>, _ parameters: Int, _ lanes: Int) {
    precondition(
      features.count == laneCount * featureCount && parameters == featureCount + 1
        && lanes == laneCount, "examples of other sizes than the blocks")
  }
}
