import Kernels
import Testing

/// A function of Kernels, the file with mpmath's values and the bound that its page states, in ulps.
struct ElementaryFunction: CustomTestStringConvertible, Sendable {
  let name: String
  let bound: Double
  let value: @Sendable (Double) -> Double

  var testDescription: String { name }
}

@Suite struct ElementaryFunctionTests {
  static let functions = [
    ElementaryFunction(name: "exp", bound: 0.506) { Kernels.exp($0) },
    ElementaryFunction(name: "log", bound: 0.5001) { Kernels.log($0) },
    ElementaryFunction(name: "cos", bound: 0.75) { Kernels.cos($0) },
    ElementaryFunction(name: "sin", bound: 0.75) { Kernels.sin($0) },
    ElementaryFunction(name: "log1p", bound: 0.7) { Kernels.log1p($0) },
    ElementaryFunction(name: "tanh", bound: 0.55) { Kernels.tanh($0) },
    ElementaryFunction(name: "erf", bound: 0.95) { Kernels.erf($0) },
    ElementaryFunction(name: "sigmoid", bound: 1.6) { Kernels.sigmoid($0) },
  ]

  @Test(arguments: functions)
  func errorStaysBelowTheStatedBound(function: ElementaryFunction) throws {
    let lines = try reference(function.name + ".txt")
    #expect(lines.count > 1800)
    for line in lines {
      let (x, nearest) = (double(line[0]), double(line[1]))
      let value = function.value(x)
      if nearest.isInfinite {
        #expect(value == nearest)
        continue
      }
      let rest = try #require(Double(line[2]))
      let error = ((value - nearest) / nearest.ulp - rest).magnitude
      #expect(error < function.bound, "\(function.name)(\(x)) = \(value), off by \(error) ulps")
    }
  }

  @Test func exponentialAtTheEdges() {
    #expect(Kernels.exp(0) == 1)
    #expect(Kernels.exp(-0.0) == 1)
    #expect(Kernels.exp(.infinity) == .infinity)
    #expect(Kernels.exp(-.infinity) == 0)
    #expect(Kernels.exp(.nan).isNaN)
    #expect(Kernels.exp(709.7827128933841) == .infinity)
    #expect(Kernels.exp(709.782712893384) < .infinity)
    for x in [710.0, 712, 720, 745.9, 746, 1e300] { #expect(Kernels.exp(x) == .infinity) }
    #expect(Kernels.exp(-745.1332191019411) == .leastNonzeroMagnitude)
    #expect(Kernels.exp(-745.1332191019412) == 0)
    #expect(Kernels.exp(-1e300) == 0)
  }

  @Test func logarithmAtTheEdges() {
    #expect(Kernels.log(0) == -.infinity)
    #expect(Kernels.log(-0.0) == -.infinity)
    #expect(Kernels.log(.infinity) == .infinity)
    #expect(Kernels.log(.nan).isNaN)
    #expect(Kernels.log(-1).isNaN)
    #expect(Kernels.log(-.infinity).isNaN)
    #expect(Kernels.log(1).bitPattern == 0)
  }

  @Test func logarithmOfOnePlusAtTheEdges() {
    #expect(Kernels.log1p(0).bitPattern == 0)
    #expect(Kernels.log1p(-0.0).bitPattern == (-0.0).bitPattern)
    #expect(Kernels.log1p(-1) == -.infinity)
    #expect(Kernels.log1p(.infinity) == .infinity)
    for x in [-1.0000000000000002, -.infinity, .nan] { #expect(Kernels.log1p(x).isNaN) }
  }

  @Test func functionsWithBoundsReachThem() {
    for function in [Kernels.tanh, Kernels.erf] {
      #expect(function(.infinity) == 1)
      #expect(function(-.infinity) == -1)
      #expect(function(7) <= 1)
      #expect(function(0).bitPattern == 0)
      #expect(function(-0.0).bitPattern == (-0.0).bitPattern)
      #expect(function(.nan).isNaN)
    }
    #expect(Kernels.sigmoid(.infinity) == 1)
    #expect(Kernels.sigmoid(-.infinity) == 0)
    #expect(Kernels.sigmoid(0) == 0.5)
    #expect(Kernels.sigmoid(.nan).isNaN)
  }

  @Test func trigonometryAtTheEdges() {
    for x in [Double.infinity, -.infinity, .nan] {
      #expect(Kernels.cos(x).isNaN)
      #expect(Kernels.sin(x).isNaN)
    }
    #expect(Kernels.cos(0) == 1)
    #expect(Kernels.cos(-0.0) == 1)
    #expect(Kernels.sin(0).bitPattern == 0)
    #expect(Kernels.sin(-0.0).bitPattern == (-0.0).bitPattern)
  }

  @Test func cosineIsEvenAndSineOdd() {
    var stream = PhiloxStream(seed: 6, purpose: "test", name: "angle")
    for _ in 0..<1000 {
      let x = Double(bitPattern: stream.next() >> 1)
      guard x.isFinite else { continue }
      #expect(Kernels.cos(-x) == Kernels.cos(x))
      #expect(Kernels.sin(-x) == -Kernels.sin(x))
    }
  }
}
