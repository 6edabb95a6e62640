import Testing

@testable import Statistics

@Suite struct StudentDistributionTests {
  @Test(arguments: try DistributionReference.read().beta)
  func incompleteBetaIsThatOfMpmath(_ reference: DistributionReference.Beta) {
    let value = regularizedBeta(reference.x, complement: 1 - reference.x, reference.a, reference.b)
    #expect(abs(value / reference.expected - 1) <= 1e-12)
  }

  @Test(arguments: try DistributionReference.read().studentTails)
  func tailsAreThoseOfMpmath(_ reference: DistributionReference.Student) {
    let student = StudentDistribution(degreesOfFreedom: reference.degrees)
    #expect(abs(student.twoSidedTail(reference.place) / (2 * reference.tail) - 1) <= 1e-12)
    #expect(student.twoSidedTail(-reference.place) == student.twoSidedTail(reference.place))
  }

  @Test(arguments: try DistributionReference.read().studentQuantiles)
  func quantilesAreThoseOfMpmath(_ reference: DistributionReference.Student) {
    let student = StudentDistribution(degreesOfFreedom: reference.degrees)
    #expect(abs(student.twoSidedQuantile(2 * reference.tail) / reference.place - 1) <= 1e-12)
  }

  @Test func ends() {
    let student = StudentDistribution(degreesOfFreedom: 4)
    #expect(student.twoSidedTail(0) == 1 && student.twoSidedTail(.infinity) == 0)
    #expect(student.twoSidedTail(1e200) == 0)
    #expect(student.twoSidedQuantile(1) == 0 && student.twoSidedQuantile(0) == .infinity)
  }
}
