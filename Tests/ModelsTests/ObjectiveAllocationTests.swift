import CAllocations
import Datasets
import Testing

@testable import Models

@Suite("A step of a model allocates nothing")
struct ObjectiveAllocationTests {
  @Test("After the first of its size", arguments: [false, true])
  func step(isSparse: Bool) throws {
    for reference in try NetworkTests.cases.get() where reference.count > 16 {
      var objective = try reference.objective(isSparse: isSparse)
      var gradient = [Double](repeating: 0, count: reference.parameters.count)
      let order = Array(0..<reference.count)
      func pass() {
        for first in stride(from: 0, to: order.count, by: 7) {
          _ = objective.lossAndGradient(
            at: reference.parameters, of: .examples(order[first..<min(first + 7, order.count)]),
            gradient: &gradient)
        }
        _ = objective.lossAndGradient(at: reference.parameters, of: .full, gradient: &gradient)
        _ = objective.evaluate(at: reference.parameters, on: .validation)
      }
      pass()
      let before = allocationsOfThisThread()
      pass()
      let allocations = allocationsOfThisThread() - before
      #expect(allocations == 0, "\(reference)")
    }
  }
}
