import CAllocations
import Testing

@testable import Optimizers

@Suite("A step allocates nothing")
struct AllocationTests {
  @Test("The counter sees an array that is freed at once")
  func counts() {
    let before = allocationsOfThisThread()
    var elements = 0
    for count in 1...3 { elements += [Int](repeating: count, count: count).map { $0 + 1 }.count }
    let allocations = allocationsOfThisThread() - before
    #expect(elements == 6)
    #expect(allocations >= 3)
  }

  @Test("Every rule with every option", arguments: Examples.all)
  func step(example: Example) throws {
    var parameters = [3, -2, 0.5, 1]
    var gradient = [1.0, -30, 0, 2]
    var optimizer = try example.optimizer(at: parameters)
    // From the first step on these arrays are held here alone, as in training.
    optimizer.step(parameters: &parameters, gradient: &gradient)
    let before = allocationsOfThisThread()
    for _ in 0..<50 { optimizer.step(parameters: &parameters, gradient: &gradient) }
    let allocations = allocationsOfThisThread() - before
    #expect(allocations == 0)
  }
}
