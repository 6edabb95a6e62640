import CKernels

/// Partial sums over examples that come in pieces, each a ``BlockedExamples``: the same bits as if all
/// blocks had come at once.
///
/// Every piece but the last holds a multiple of eight examples.
public struct PartialSums: Sendable {
  /// Eight partial sums of squares.
  private var squares: [Double]
  /// Eight partial sums for each feature, then eight for the bias.
  private var slopes: [Double]

  /// Sums of 0 for examples with `featureCount` features.
  public init(featureCount: Int) {
    squares = Array(repeating: 0, count: 8)
    slopes = Array(repeating: 0, count: (featureCount + 1) * 8)
  }

  /// Begins again at 0.
  public mutating func clear() {
    for place in squares.indices { squares[place] = 0 }
    for place in slopes.indices { slopes[place] = 0 }
  }

  /// Adds the squares of r = b + Xw − y, and with `hasGradient` rᵢ xᵢⱼ for each feature j and rᵢ.
  ///
  /// - Parameters:
  ///   - piece: the sizes of the piece.
  ///   - features: X in blocks, `laneCount` · `featureCount` numbers.
  ///   - targets: y, `laneCount` numbers.
  ///   - parameters: the weights, then b.
  public mutating func addSquaredError(
    _ piece: BlockedExamples, features: Span<Double>, targets: Span<Double>,
    parameters: Span<Double>, hasGradient: Bool
  ) {
    check(piece, features.count, targets.count)
    precondition(parameters.count == piece.featureCount + 1, "parameters of another number")
    features.withUnsafeBufferPointer { x in
      targets.withUnsafeBufferPointer { y in
        parameters.withUnsafeBufferPointer { theta in
          squares.withUnsafeMutableBufferPointer { squares in
            slopes.withUnsafeMutableBufferPointer { slopes in
              kernelAddSquaredError(
                piece.count, piece.featureCount, x.baseAddress, y.baseAddress, theta.baseAddress,
                squares.baseAddress, hasGradient ? slopes.baseAddress : nil)
            }
          }
        }
      }
    }
  }

  /// Adds rᵢ xᵢⱼ for each feature j, and rᵢ.
  ///
  /// - Parameters:
  ///   - piece: the sizes of the piece.
  ///   - features: X in blocks, `laneCount` · `featureCount` numbers.
  ///   - residuals: r, `laneCount` numbers, 0 past the last example.
  public mutating func addGradient(
    _ piece: BlockedExamples, features: Span<Double>, residuals: Span<Double>
  ) {
    check(piece, features.count, residuals.count)
    features.withUnsafeBufferPointer { x in
      residuals.withUnsafeBufferPointer { r in
        slopes.withUnsafeMutableBufferPointer { slopes in
          kernelAddBlockGradient(
            piece.count, piece.featureCount, x.baseAddress, r.baseAddress, slopes.baseAddress)
        }
      }
    }
  }

  /// Σ r².
  public var squaredError: Double { Self.sum(squares, 0) }

  /// Σ rᵢ xᵢⱼ for each feature j, then Σ rᵢ.
  ///
  /// - Parameter gradient: receives as many numbers as there are features, and one more.
  public func gradient(into gradient: inout MutableSpan<Double>) {
    precondition(gradient.count * 8 == slopes.count, "a gradient of another size")
    for place in gradient.indices { gradient[place] = Self.sum(slopes, place) }
  }

  private static func sum(_ sums: [Double], _ place: Int) -> Double {
    var lanes = SIMD8<Double>.zero
    for lane in 0..<8 { lanes[lane] = sums[place * 8 + lane] }
    return laneSum(lanes)
  }

  private func check(_ piece: BlockedExamples, _ features: Int, _ lanes: Int) {
    precondition(
      features == piece.laneCount * piece.featureCount && lanes == piece.laneCount
        && slopes.count == piece.workspaceCount, "examples of other sizes than the piece")
  }
}
