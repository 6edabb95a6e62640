import Kernels
import Testing

@Suite struct LossesTests {
  /// Off by at most `relative` of the size of `expected`, or by half of the smallest normal number.
  func isClose(_ value: Double, _ expected: Double, _ relative: Double) -> Bool {
    value.isFinite && (value - expected).magnitude <= max(relative * expected.magnitude, 1e-308)
  }

  @Test func logisticLossIsAccurateForEveryLogit() throws {
    let lines = try reference("losses.txt").filter { $0[0] == "logistic" }
    #expect(lines.count > 100)
    for line in lines {
      let (z, label) = (double(line[1]), double(line[2]))
      var logits = [z]
      var span = logits.mutableSpan
      let loss = logisticLoss(&span, labels: [label].span, weight: 1)
      #expect(isClose(loss, double(line[3]), 4e-16), "loss at \(z), label \(label): \(loss)")
      #expect(isClose(logits[0], double(line[4]), 4e-16), "slope at \(z), label \(label)")
    }
  }

  @Test func softmaxLossIsAccurateForEveryLogit() throws {
    let lines = try reference("losses.txt").filter { $0[0] == "softmax" }
    #expect(lines.count > 80)
    for line in lines {
      let label = try #require(Int32(line[1]))
      let classes = (line.count - 3) / 2
      var logits = line[3..<(3 + classes)].map(double)
      var span = logits.mutableSpan
      let loss = softmaxCrossEntropy(&span, classes: classes, labels: [label].span, weight: 1)
      // The differences of logits are rounded, and e to their power grows that error.
      #expect(isClose(loss, double(line[2]), 4e-15), "loss \(loss) of \(line)")
      for (value, text) in zip(logits, line[(3 + classes)...]) {
        let expected = double(text)
        #expect((value - expected).magnitude < 4e-15 && value.isFinite, "\(value), not \(expected)")
      }
    }
  }

  @Test func lossesOfManyExamplesAddInLanesAndWeightsScaleDerivatives() {
    var stream = PhiloxStream(seed: 2, purpose: "test", name: "losses")
    let count = 203
    let logits = (0..<count * 3).map { _ in stream.normal() }
    let labels = (0..<count).map { _ in Int32(stream.next(below: 3)) }
    let sides = (0..<count).map { _ in Double(stream.next(below: 2)) }
    var (softmax, logistic) = (SIMD8<Double>(), SIMD8<Double>())
    var (softmaxSlopes, logisticSlopes) = ([Double](), [Double]())
    for row in 0..<count {
      var part = Array(logits[(3 * row)..<(3 * row + 3)])
      var span = part.mutableSpan
      softmax[row % 8] += softmaxCrossEntropy(
        &span, classes: 3, labels: [labels[row]].span, weight: 0.25)
      softmaxSlopes += part
      part = [logits[row]]
      span = part.mutableSpan
      logistic[row % 8] += logisticLoss(&span, labels: [sides[row]].span, weight: 0.25)
      logisticSlopes += part
    }
    var all = logits
    var span = all.mutableSpan
    let total = softmaxCrossEntropy(&span, classes: 3, labels: labels.span, weight: 0.25)
    #expect(total == laneSum(softmax))
    #expect(all == softmaxSlopes)
    all = Array(logits[..<count])
    span = all.mutableSpan
    #expect(logisticLoss(&span, labels: sides.span, weight: 0.25) == laneSum(logistic))
    #expect(all == logisticSlopes)
  }

  @Test func noExamplesHaveNoLoss() {
    var none: [Double] = []
    var span = none.mutableSpan
    #expect(logisticLoss(&span, labels: [Double]().span, weight: 1) == 0)
    #expect(softmaxCrossEntropy(&span, classes: 3, labels: [Int32]().span, weight: 1) == 0)
  }

  @Test func notANumberComesThrough() {
    var logits = [0, Double.nan, 1]
    var span = logits.mutableSpan
    #expect(softmaxCrossEntropy(&span, classes: 3, labels: [0].span, weight: 1).isNaN)
    logits = [.infinity, 0, 1]
    span = logits.mutableSpan
    #expect(softmaxCrossEntropy(&span, classes: 3, labels: [0].span, weight: 1).isNaN)
    logits = [.nan]
    span = logits.mutableSpan
    #expect(logisticLoss(&span, labels: [1].span, weight: 1).isNaN)
  }
}
