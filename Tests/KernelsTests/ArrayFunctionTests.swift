import Kernels
import Testing

@Suite struct ArrayFunctionTests {
  /// Numbers of all sizes and kinds, of which some blocks hold ordinary ones only.
  static let arguments: [Double] = {
    var stream = PhiloxStream(seed: 1, purpose: "test", name: "array functions")
    var numbers: [Double] = []
    for size in [1.0, 0.3, 8, 40, 760, 1e-8] {
      numbers += (0..<5000).map { _ in (2 * stream.uniform() - 1) * size }
    }
    numbers += (0..<20_000).map { _ in Double(bitPattern: stream.next()) }
    return numbers + [
      0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
      .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 1, -1, 707, -707, 709.782712893384,
      -745.1332191019411, 0.25, 0.75, 1.5, 2.25, 3.25, 4.5, 6, 20,
    ]
  }()

  @Test(arguments: ArrayFunction.allCases)
  func arraysGetTheBitsOfSingleNumbers(function: ArrayFunction) {
    var values = Self.arguments
    var span = values.mutableSpan
    function.apply(&span)
    for (x, value) in zip(Self.arguments, values) {
      let single = function(x)
      #expect(
        value.bitPattern == single.bitPattern || (value.isNaN && single.isNaN),
        "\(function)(\(x)) is \(value) in an array, else \(single)")
    }
  }

  @Test(arguments: ArrayFunction.allCases)
  func lengthAndPlaceMakeNoDifference(function: ArrayFunction) {
    for count in [0, 1, 7, 8, 9, 63, 64, 65, 130] {
      var values = Array(Self.arguments[3..<(3 + count)])
      var span = values.mutableSpan
      function.apply(&span)
      for index in 0..<count { #expect(values[index] == function(Self.arguments[3 + index])) }
    }
  }
}
