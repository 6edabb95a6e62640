import Kernels
import Testing

@testable import Training

/// Bytes of records: they come back bit by bit, and what is no record is refused.
@Suite struct RunRecordCodingTests {
  private static let special: [Double] = [
    0, -0.0, 1, -1, .infinity, -.infinity, .nan, -.nan, .signalingNaN,
    Double(bitPattern: 0x7FF8_0000_DEAD_BEEF), .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    0.1, 1e-300,
  ]

  private static func record(_ stream: inout PhiloxStream, points: Int) -> RunRecord {
    func pick(_ count: Int) -> Int { Int(stream.next(below: UInt64(count))) }
    func number() -> Double {
      pick(3) == 0 ? special[pick(special.count)] : Double(bitPattern: stream.next(below: .max))
    }
    func maybe<Value>(_ value: @autoclosure () -> Value) -> Value? { pick(2) == 0 ? nil : value() }
    let curve = (0..<points).map { index in
      CurvePoint(
        epoch: index * pick(9), step: pick(1 << 40), trainLoss: number(),
        validationLoss: maybe(number()))
    }
    let outcome = RunOutcome(
      status: RunStatus.allCases[pick(3)], epochs: pick(1 << 30), steps: pick(1 << 60),
      gradientEvaluations: Int.max - pick(9), trainLoss: number(), validationLoss: maybe(number()),
      testLoss: maybe(number()), trainMetric: maybe(number()), validationMetric: maybe(number()),
      testMetric: maybe(number()), bestValidationLoss: maybe(number()), bestEpoch: maybe(pick(99)))
    return RunRecord(
      outcome,
      curve: curve,
      trajectory: maybe((0..<points).map { _ in SIMD2(number(), number()) }))
  }

  /// All that a record holds, NaNs by their bits.
  private static func bits(_ record: RunRecord) -> [UInt64?] {
    let numbers: [Double?] =
      [
        record.trainLoss, record.validationLoss, record.testLoss, record.trainMetric,
        record.validationMetric, record.testMetric, record.bestValidationLoss,
      ] + record.curve.flatMap { [$0.trainLoss, $0.validationLoss] }
      + (record.trajectory ?? []).flatMap { [$0.x, $0.y] }
    let counts: [Int?] =
      [
        record.epochs, record.steps, record.gradientEvaluations, record.bestEpoch,
        record.curve.count, record.trajectory?.count,
      ] + record.curve.flatMap { [$0.epoch, $0.step] }
    return numbers.map { $0?.bitPattern } + counts.map { $0.map { UInt64($0) } }
  }

  @Test func everyRecordComesBackBitByBit() throws {
    var stream = PhiloxStream(seed: 1, purpose: "test", name: "records")
    for index in 0..<3_000 {
      let record = Self.record(&stream, points: index % 7 == 0 ? 0 : index % 23)
      let bytes = record.encoded
      let read = try RunRecord(encoded: bytes)
      #expect(read.status == record.status)
      #expect(Self.bits(read) == Self.bits(record))
      #expect(read.encoded == bytes)
    }
  }

  /// The format itself, byte by byte, written by hand.
  @Test func theBytesAreThoseOfTheDocumentation() throws {
    let record = RunRecord(
      RunOutcome(
        status: .stopped, epochs: 2, steps: 258, gradientEvaluations: 3, trainLoss: 1,
        validationLoss: -2, bestEpoch: 1),
      curve: [CurvePoint(epoch: 0, step: 0, trainLoss: 0.5, validationLoss: nil)])
    func word(_ value: UInt64) -> [UInt8] { (0..<8).map { UInt8(value >> (8 * $0) & 0xFF) } }
    let expected: [UInt8] =
      [0x52, 0x52, 0x45, 0x43, 1, 1, 0b0100_0001, 0] + word(2) + [2, 1, 0, 0, 0, 0, 0, 0] + word(3)
      + word(0x3FF0_0000_0000_0000) + word(0xC000_0000_0000_0000) + word(1) + word(1) + word(0)
      + word(0) + word(0x3FE0_0000_0000_0000) + [0] + word(0)
    #expect(record.encoded == expected)
  }

  @Test func everyTruncationIsRefused() throws {
    var stream = PhiloxStream(seed: 2, purpose: "test", name: "records")
    for _ in 0..<20 {
      let bytes = Self.record(&stream, points: 5).encoded
      for count in bytes.indices {
        #expect(throws: RecordFault.truncated) { try RunRecord(encoded: Array(bytes[..<count])) }
      }
      #expect(throws: RecordFault.trailingBytes) { try RunRecord(encoded: bytes + [0]) }
    }
  }

  @Test func whatIsNoRecordIsRefusedAndNothingTraps() throws {
    #expect(throws: RecordFault.foreign) { try RunRecord(encoded: Array("PNG stuff".utf8)) }
    var stream = PhiloxStream(seed: 3, purpose: "test", name: "records")
    let bytes = Self.record(&stream, points: 3).encoded
    var version = bytes
    version[4] = 2
    #expect(throws: RecordFault.unknownVersion(2)) { try RunRecord(encoded: version) }
    // A count beyond what is there must not be believed.
    var huge = RunRecord(
      RunOutcome(status: .completed, epochs: 0, steps: 0, gradientEvaluations: 0, trainLoss: 0),
      curve: []
    ).encoded
    huge.replaceSubrange(huge.count - 8..<huge.count, with: Array(repeating: 0x7F, count: 8))
    #expect(throws: RecordFault.truncated) { try RunRecord(encoded: huge) }
    for place in bytes.indices {
      for flip in [UInt8(1), 0x80, 0xFF] {
        var broken = bytes
        broken[place] ^= flip
        // Either a fault, or another record that says the same again.
        if let read = try? RunRecord(encoded: broken) { #expect(read.encoded == broken) }
      }
    }
  }
}
