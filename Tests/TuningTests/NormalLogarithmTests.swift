import Kernels
import TestSupport
import Testing

@testable import Tuning

/// What `normal.py` wrote.
struct NormalReference: Decodable {
  struct Order: Decodable {
    let numbers: [Double]
    let order: [Int]
  }

  let places: [Double]
  let logarithms: [Double]
  let exactLogarithms: [Double]
  let inverseLogarithms: [Double]
  let inversePlaces: [Double]
  let exactInversePlaces: [Double]
  let ends: [[Double]]
  let logMasses: [Double]
  let orders: [Order]

  static let read = Result { try References().json("normal.json", as: NormalReference.self) }
}

/// Logarithms of normal probabilities, against SciPy and mpmath.
@Suite struct NormalLogarithmTests {
  @Test func logarithmsOfProbabilities() throws {
    let reference = try NormalReference.read.get()
    for (place, theirs) in zip(reference.places, reference.logarithms) {
      #expect(abs(logNormalProbability(place) - theirs) <= 2e-13 * abs(theirs), "at \(place)")
    }
    for (place, exact) in zip(reference.places, reference.exactLogarithms) {
      let logarithm = logNormalProbability(place)
      #expect(abs(logarithm - exact) <= 4e-15 * abs(exact), "at \(place)")
      if place > -37 {
        #expect(
          abs(normalProbability(place) / exp(exact) - 1) <= 4e-15 * max(1, abs(exact)),
          "at \(place)")
      }
    }
    #expect(logNormalProbability(-.infinity) == -.infinity)
    #expect(logNormalProbability(.infinity) == 0)
    #expect(logNormalProbability(.nan).isNaN)
  }

  @Test func placesOfLogarithms() throws {
    let reference = try NormalReference.read.get()
    for (logarithm, theirs) in zip(reference.inverseLogarithms, reference.inversePlaces) {
      let place = normalPlace(ofLogProbability: logarithm)
      #expect(abs(place - theirs) <= 1e-12 * abs(theirs) + 4e-16, "at \(logarithm)")
    }
    for (logarithm, exact) in zip(reference.inverseLogarithms, reference.exactInversePlaces) {
      let place = normalPlace(ofLogProbability: logarithm)
      #expect(abs(place - exact) <= 2e-15 * abs(exact) + 4e-16, "at \(logarithm)")
    }
    #expect(normalPlace(ofLogProbability: 0) == .infinity)
    #expect(normalPlace(ofLogProbability: -.infinity) == -.infinity)
    #expect(normalPlace(ofLogProbability: 0.1).isNaN)
  }

  @Test func massesOfIntervals() throws {
    let reference = try NormalReference.read.get()
    for (ends, exact) in zip(reference.ends, reference.logMasses) {
      let error = abs(logNormalMass(from: ends[0], to: ends[1]) - exact)
      #expect(error <= 1e-14 * abs(exact) + 2e-13, "\(ends)")
    }
  }

  /// The inverse of the distribution between two ends: what lies below the place found is the share asked for.
  @Test(arguments: [(-1.0, 2.0), (-3, -1), (0, 4), (0.5, 90), (-60, 0.1), (-90, -2)])
  func truncatedPlaces(low: Double, high: Double) {
    let logMass = logNormalMass(from: low, to: high)
    #expect(truncatedNormalPlace(0, from: low, to: high, logMass: logMass) == low)
    for share in [1e-9, 0.1, 0.5, 0.9, 1 - 1e-9] {
      let place = truncatedNormalPlace(share, from: low, to: high, logMass: logMass)
      #expect(low < place && place < high)
      let below = logNormalMass(from: low, to: place) - logMass
      let above = logNormalMass(from: place, to: high) - logMass
      #expect(share > 0.5 || abs(exp(below) / share - 1) < 1e-5)
      #expect(share < 0.5 || abs(exp(above) / (1 - share) - 1) < 1e-5)
    }
  }
}

/// The order of equal numbers, against NumPy without vector instructions.
@Suite struct QuicksortOrderTests {
  @Test func ordersAreNumPys() throws {
    for case let reference in try NormalReference.read.get().orders {
      #expect(quicksortOrder(of: reference.numbers) == reference.order)
    }
  }
}
