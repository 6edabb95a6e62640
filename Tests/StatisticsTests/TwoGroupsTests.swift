import Kernels
import Testing

@testable import Statistics

@Suite struct TwoGroupsTests {
  @Test func twoPlacesAreTwoGroups() throws {
    let groups = try #require(TwoGroups([5, 1, 1.2, 4.9, 1.1, 5.1, 1, 1.3, .infinity, 5]))
    #expect(groups.lower == [1, 1, 1.1, 1.2, 1.3] && groups.upper == [4.9, 5, 5, 5.1])
  }

  @Test(
    "what is one group",
    arguments: [
      // Too few on one side: outliers.
      [1, 1, 1, 1, 1, 1, 1, 1, 9, 9], [1, 1, 1, 1, 1, 1, 1, 9, 9, 9], [1, 1, 1, 9, 9, 9], [],
      // As wide as what parts them.
      [1, 2, 3, 3, 12, 13, 14, 15], [1, 1, 1.5, 1.5, 2.2, 2.2, 2.4, 2.6],
      // Too near, beside their size.
      [100, 100, 100, 100, 101, 101, 101, 101],
    ])
  func oneGroup(_ values: [Double]) {
    #expect(TwoGroups(values) == nil)
  }

  /// Of values of one distribution hardly any sample falls apart.
  @Test func oneDistributionIsOneGroup() {
    var stream = PhiloxStream(seed: 1, purpose: "test", name: "two groups")
    for count in [8, 20] {
      var found = 0
      for _ in 0..<4000 {
        let uniform = (0..<count).map { _ in
          (Double(stream.next() >> 11) + 0.5) / 9_007_199_254_740_992
        }
        let normal = uniform.map { 5 + normalQuantile($0) }
        let exponential = uniform.map { -log($0) }
        for values in [normal, exponential, uniform] where TwoGroups(values) != nil { found += 1 }
      }
      #expect(found < 12, "\(found) of 12000 at \(count)")
    }
  }
}
