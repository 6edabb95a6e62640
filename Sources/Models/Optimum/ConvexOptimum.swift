import Datasets
import Kernels

/// The parameters at which a convex model without hidden layers has its least training loss.
///
/// Newton's method with halved steps; the equations are solved by conjugate gradients with the diagonal as
/// preconditioner, which also serves where parameters are redundant or there are more than examples. It
/// ends when half the squared Newton decrement, which is how much the loss can still fall, is below 1e-12
/// of the loss.
package struct ConvexOptimum {
  /// What is known of the least loss.
  enum Result: Equatable {
    /// It is attained, at these parameters in the model's order: weights feature by feature, then biases.
    case attained([Double])
    /// Some parameters tell all classes right and nothing holds them: twice as large they do better, and
    /// the infimum is 0.
    case separable
    /// It was not found with the work allowed.
    case unknown
  }

  /// The most multiplications that are spent.
  package static let mostWork = 2e10
  private static let mostSteps = 200

  private let rows: StandardizedRows
  private var losses: RowLosses
  /// The weight of the penalty on each parameter: λ on the weights as they were, 0 on biases.
  private let penalties: [Double]
  private let isPenalized: Bool
  private var work = 0.0
  /// The squared norm of the first gradient, as the preconditioner measures it.
  private var firstSquare = 0.0

  private var outputs: Int { losses.outputs }

  /// - Parameters:
  ///   - outputs: how many outputs the model has.
  ///   - l2: λ of the penalty λ/2 ‖w‖².
  init(_ examples: Examples, _ kind: RowLosses.Kind, outputs: Int, l2: Double) {
    let rows = StandardizedRows(examples)
    self.rows = rows
    losses = RowLosses(kind, outputs: outputs)
    isPenalized = l2 > 0
    penalties =
      (0..<rows.columnCount * outputs).map { place in
        let scale = rows.scales[place / outputs]
        return l2 / (scale * scale)
      } + Array(repeating: 0, count: outputs)
  }

  /// Looks for the optimum.
  mutating func solve() -> Result {
    var parameters = Array(repeating: 0.0, count: penalties.count)
    var loss = self.loss(at: parameters)
    let startLoss = loss
    for _ in 0..<Self.mostSteps where work < Self.mostWork {
      if !isPenalized, losses.areAllRight { return .separable }
      let gradient = self.gradient(at: parameters)
      let step = newtonStep(gradient)
      let decrement = -dot(gradient.span, step.span)
      if decrement / 2 <= max(1e-12 * loss, 1e-24 * startLoss) {
        return .attained(rows.original(parameters, outputs: outputs))
      }
      guard let next = descend(from: parameters, loss, along: step, decrement) else {
        // Rounding lets the loss fall no further.
        return decrement / 2 <= max(1e-10 * loss, 1e-20 * startLoss)
          ? .attained(rows.original(parameters, outputs: outputs)) : .unknown
      }
      (parameters, loss) = next
    }
    return .unknown
  }

  private mutating func loss(at parameters: [Double]) -> Double {
    work += rows.work(outputs: outputs)
    var penalty = 0.0
    for (weight, value) in zip(penalties, parameters) { penalty += weight * value * value }
    return losses.loss(at: rows.product(parameters, outputs: outputs)) + penalty / 2
  }

  /// The gradient where the loss was last computed.
  private mutating func gradient(at parameters: [Double]) -> [Double] {
    work += rows.work(outputs: outputs)
    var gradient = rows.transposedProduct(losses.residuals, outputs: outputs)
    for place in gradient.indices { gradient[place] += penalties[place] * parameters[place] }
    return gradient
  }

  /// The matrix of second derivatives, where the loss was last computed, times a direction.
  private mutating func curvature(_ direction: [Double]) -> [Double] {
    work += 2 * rows.work(outputs: outputs)
    let bent = losses.curvature(rows.product(direction, outputs: outputs))
    var result = rows.transposedProduct(bent, outputs: outputs)
    for place in result.indices { result[place] += penalties[place] * direction[place] }
    return result
  }

  /// The first point along a step, halved as often as it takes, at which the loss is lower.
  private mutating func descend(
    from parameters: [Double], _ loss: Double, along step: [Double], _ decrement: Double
  ) -> (parameters: [Double], loss: Double)? {
    var size = 1.0
    for _ in 0..<40 {
      let next = zip(parameters, step).map { $0 + size * $1 }
      let lower = self.loss(at: next)
      if lower < loss, lower <= loss - 1e-4 * size * decrement { return (next, lower) }
      size /= 2
    }
    _ = self.loss(at: parameters)
    return nil
  }

  /// The step to the minimum of the quadratic that has this gradient, by conjugate gradients.
  private mutating func newtonStep(_ gradient: [Double]) -> [Double] {
    var step = Array(repeating: 0.0, count: gradient.count)
    var residual = gradient.map { -$0 }
    let bend = rows.transposedProduct(losses.curvatures, outputs: outputs, isSquared: true)
    // A column of zeros has no curvature, and no gradient that would ask for it.
    let diagonal = zip(bend, penalties).map { max($0 + $1, 1e-30) }
    var scaled = zip(residual, diagonal).map { $0 / $1 }
    var direction = scaled
    var square = dot(residual.span, scaled.span)
    // Far from the optimum the quadratic is not worth more.
    if firstSquare == 0 { firstSquare = square }
    let share = losses.isQuadratic ? 1e-24 : min(1e-2, square / firstSquare)
    let end = square * share
    for _ in 0..<min(2 * gradient.count + 50, 2_000) where work < Self.mostWork {
      guard square > end, square > 0 else { break }
      let bent = curvature(direction)
      let curve = dot(direction.span, bent.span)
      // Along a direction without curvature there is no minimum to go to.
      guard curve > 0 else { break }
      let length = square / curve
      for place in step.indices {
        step[place] += length * direction[place]
        residual[place] -= length * bent[place]
        scaled[place] = residual[place] / diagonal[place]
      }
      let next = dot(residual.span, scaled.span)
      let turn = next / square
      square = next
      for place in direction.indices {
        direction[place] = scaled[place] + turn * direction[place]
      }
    }
    return step.contains { $0 != 0 } ? step : residual
  }
}
