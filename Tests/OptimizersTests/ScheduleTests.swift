import Foundation
import Testing

@testable import Optimizers

/// What `References/scalars.py` wrote.
struct ScalarReferences: Decodable {
  struct Course: Decodable, Sendable {
    let schedule: [String: ReferenceValue]
    let perEpoch: Int
    let total: Int
    let factors: [[Double]]

    enum CodingKeys: String, CodingKey {
      case schedule, total, factors
      case perEpoch = "per_epoch"
    }
  }

  let cosineOfPi: [[Double]]
  let powerOf96Hundredths: [[Double]]
  let powers: [[Double]]
  let schedules: [Course]

  enum CodingKeys: String, CodingKey {
    case powers, schedules
    case cosineOfPi = "cosine_of_pi"
    case powerOf96Hundredths = "power_of_96_hundredths"
  }

  init() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("References/scalars.json")
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }
}

@Suite("Schedules and the functions they stand on")
struct ScheduleTests {
  @Test("Factors at every corner of each course", arguments: try ScalarReferences().schedules)
  func factors(course: ScalarReferences.Course) throws {
    let schedule = try #require(Schedule(reference: course.schedule))
    for row in course.factors {
      let factor = schedule.factor(
        update: Int(row[0]), updatesPerEpoch: course.perEpoch, totalUpdates: course.total)
      // Relative, a few roundings; near its end a cosine is the difference of numbers near 1.
      #expect(abs(factor - row[1]) <= 4e-16 * max(row[1], 0.5), "\(schedule) at \(row[0])")
    }
  }

  @Test("A schedule without what it needs is none")
  func missing() {
    #expect(Schedule(kind: .step, given: ["every": .number(3)]) == nil)
    #expect(Schedule(kind: .inverseSquareRoot, given: [:]) == nil)
    #expect(Schedule(kind: .cosine, given: [:]) == Schedule(.cosine(final: 0)))
    #expect(Schedule(kind: .constant, given: [:]) == .constant)
  }

  @Test("cos πx within 2 ulps of 1, exact where it is whole")
  func cosine() throws {
    for row in try ScalarReferences().cosineOfPi {
      #expect(abs(ScalarFunctions.cosineOfPi(row[0]) - row[1]) <= 2 * (1.0).ulp, "\(row[0])")
    }
    #expect([0, 0.5, 1].map(ScalarFunctions.cosineOfPi) == [1, 0, -1])
  }

  @Test("0.96^x to the rounding of its exponent")
  func momentum() throws {
    for row in try ScalarReferences().powerOf96Hundredths {
      let error = abs(ScalarFunctions.powerOf96Hundredths(row[0]) - row[1])
      #expect(error <= (3e-16 + 1e-17 * row[0]) * row[1], "\(row[0])")
    }
  }

  @Test("Powers to whole exponents are correctly rounded, in one go and step by step")
  func powers() throws {
    for row in try ScalarReferences().powers {
      let expected = row[2] < 0x1p-960 ? 0 : row[2]
      #expect(CompensatedPower.power(row[0], Int(row[1])) == expected)
      var power = CompensatedPower(of: row[0])
      for _ in 0..<Int(row[1]) { power.advance() }
      #expect(power.value == expected)
    }
  }
}

extension Schedule {
  /// The schedule of a reference file.
  init?(reference: [String: ReferenceValue]) {
    guard case .choice(let name)? = reference["kind"]?.value,
      let kind = ScheduleKind(rawValue: name)
    else { return nil }
    self.init(kind: kind, given: reference.mapValues(\.value))
  }
}
