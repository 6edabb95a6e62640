import Datasets
import Kernels

/// What a network's output is compared with, for the examples at hand.
struct NetworkOutput: Sendable {
  /// What the comparison of some examples comes to.
  struct Tally {
    /// The losses, summed over the examples.
    var loss = 0.0
    /// How many classes are predicted; 0 for numbers.
    var correct = 0
  }

  let comparison: NetworkPlan.Comparison
  private var numbers: [Double] = []
  private var labels: [Int32] = []

  /// A comparison for up to `capacity` examples at once.
  init(_ comparison: NetworkPlan.Comparison, capacity: Int) {
    self.comparison = comparison
    numbers.reserveCapacity(capacity)
    labels.reserveCapacity(capacity)
  }

  /// Takes the targets of some rows of a table.
  mutating func load(_ target: Target, rows: [Int]) {
    numbers.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
    switch (comparison, target) {
    case (.number, .numbers(let values)):
      for row in rows { numbers.append(values[row]) }
    case (.secondClass, .classes(let classes, _)):
      for row in rows { numbers.append(Double(classes[row])) }
    case (.classes, .classes(let classes, _)):
      for row in rows { labels.append(Int32(truncatingIfNeeded: classes[row])) }
    case (.input, _): break
    default: preconditionFailure("the target does not suit the model")
    }
  }

  /// The losses of `outputs`, whose place `weight` times the derivatives take.
  ///
  /// - Parameters:
  ///   - outputs: one row an example.
  ///   - input: what the rows should be, where that is the input.
  func compare(
    _ outputs: inout MutableSpan<Double>, width: Int, input: NetworkInput, weight: Double
  ) -> Tally {
    switch comparison {
    case .number:
      axpy(-1, numbers.span, &outputs)
      return squares(&outputs, weight)
    case .input:
      input.subtract(from: &outputs)
      return squares(&outputs, weight)
    case .secondClass:
      var tally = Tally()
      for row in 0..<outputs.count where (outputs[row] > 0) == (numbers[row] == 1) {
        tally.correct += 1
      }
      tally.loss = logisticLoss(&outputs, labels: numbers.span, weight: weight)
      return tally
    case .classes:
      var tally = Tally(correct: correct(outputs.span, classes: width))
      tally.loss = softmaxCrossEntropy(
        &outputs, classes: width, labels: labels.span, weight: weight)
      return tally
    }
  }

  private func squares(_ differences: inout MutableSpan<Double>, _ weight: Double) -> Tally {
    let loss = sumOfSquares(differences.span)
    scale(&differences, by: 2 * weight)
    return Tally(loss: loss)
  }

  /// How many rows have their largest logit, at its first place, where their label says.
  private func correct(_ logits: Span<Double>, classes: Int) -> Int {
    var count = 0
    for row in labels.indices {
      let first = row * classes
      var best = 0
      for place in 1..<max(1, classes) where logits[first + place] > logits[first + best] {
        best = place
      }
      if best == Int(labels[row]) { count += 1 }
    }
    return count
  }
}
