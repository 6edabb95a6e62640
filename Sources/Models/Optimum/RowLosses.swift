import Kernels

/// The loss of the rows of a model that is linear in its features, by its outputs.
struct RowLosses {
  /// What the outputs are compared with.
  enum Kind {
    /// One output against numbers, by the square of the difference.
    case squares([Double])
    /// One output a class, or for two classes that of the second, against classes: cross-entropy.
    case classes([Int])
  }

  let kind: Kind
  /// How many outputs a row has.
  let outputs: Int
  /// The derivatives by the outputs, of the mean.
  private(set) var residuals: [Double] = []
  /// The probabilities of the outputs; empty for squares.
  private var probabilities: [Double] = []
  /// Whether every row's class is strictly the most probable one.
  private(set) var areAllRight = false

  init(_ kind: Kind, outputs: Int) {
    self.kind = kind
    self.outputs = outputs
  }

  /// The mean loss at some outputs; keeps what derivatives are made of.
  mutating func loss(at values: [Double]) -> Double {
    switch kind {
    case .squares(let targets): squaredLoss(values, targets)
    case .classes(let labels) where outputs == 1: logisticLoss(values, labels)
    case .classes(let labels): softmaxLoss(values, labels)
    }
  }

  private mutating func squaredLoss(_ values: [Double], _ targets: [Double]) -> Double {
    let count = Double(targets.count)
    var sum = 0.0
    residuals = zip(values, targets).map { value, target in
      let difference = value - target
      sum += difference * difference
      return 2 * difference / count
    }
    return sum / count
  }

  private mutating func logisticLoss(_ values: [Double], _ labels: [Int]) -> Double {
    let count = Double(labels.count)
    var sum = 0.0
    areAllRight = true
    probabilities = values.map { 1 / (1 + exp(-$0)) }
    residuals = values.indices.map { row in
      let signed = labels[row] == 1 ? values[row] : -values[row]
      if !(signed > 0) { areAllRight = false }
      sum += signed > 0 ? log1p(exp(-signed)) : log1p(exp(signed)) - signed
      return (probabilities[row] - Double(labels[row])) / count
    }
    return sum / count
  }

  private mutating func softmaxLoss(_ values: [Double], _ labels: [Int]) -> Double {
    let count = Double(labels.count)
    var sum = 0.0
    areAllRight = true
    probabilities = values
    residuals = values
    for (row, label) in labels.enumerated() {
      let range = row * outputs..<(row + 1) * outputs
      let own = values[range.lowerBound + label]
      let greatest = values[range].max() ?? 0
      var total = 0.0
      for place in range {
        probabilities[place] = exp(values[place] - greatest)
        total += probabilities[place]
        if place - range.lowerBound != label, !(values[place] < own) { areAllRight = false }
      }
      sum += log(total) - (own - greatest)
      for place in range {
        probabilities[place] /= total
        residuals[place] = probabilities[place] / count
      }
      residuals[range.lowerBound + label] -= 1 / count
    }
    return sum / count
  }

  /// Whether the loss is a quadratic of the outputs, which one step of Newton's method minimizes.
  var isQuadratic: Bool {
    if case .squares = kind { true } else { false }
  }

  /// The second derivatives by each output alone, of the mean.
  var curvatures: [Double] {
    switch kind {
    case .squares(let targets):
      Array(repeating: 2 / Double(targets.count), count: targets.count)
    case .classes(let labels): probabilities.map { $0 * (1 - $0) / Double(labels.count) }
    }
  }

  /// The second derivative by the outputs times a direction of the outputs, of the mean.
  func curvature(_ direction: [Double]) -> [Double] {
    switch kind {
    case .squares(let targets):
      let factor = 2 / Double(targets.count)
      return direction.map { factor * $0 }
    case .classes(let labels) where outputs == 1:
      let count = Double(labels.count)
      return zip(direction, probabilities).map { $0 * $1 * (1 - $1) / count }
    case .classes(let labels):
      let count = Double(labels.count)
      var result = direction
      for row in labels.indices {
        let range = row * outputs..<(row + 1) * outputs
        var mean = 0.0
        for place in range { mean += probabilities[place] * direction[place] }
        for place in range {
          result[place] = probabilities[place] * (direction[place] - mean) / count
        }
      }
      return result
    }
  }
}
