/// Why bytes are no run record.
public enum RecordFault: Error, Hashable, Sendable {
  /// They do not begin as a record does.
  case foreign
  /// They are of a version that this program does not know.
  case unknownVersion(UInt8)
  /// They end before the record does, or say that it is larger than they are.
  case truncated
  /// Bytes follow the record.
  case trailingBytes
  /// A field holds what it cannot.
  case malformed
}

/// A record as bytes, the same on every machine.
///
/// All numbers are little-endian. A double is its bit pattern, so that infinities and NaNs come back
/// as they were; a whole number has 64 bits, signed.
///
///     4 bytes   "RREC"
///     1 byte    version, 1
///     1 byte    status: 0 completed, 1 stopped, 2 diverged
///     2 bytes   which optional fields are there, bit by bit: 0 validation loss, 1 test loss, 2 train
///               metric, 3 validation metric, 4 test metric, 5 best validation loss, 6 best epoch,
///               7 trajectory
///     8 bytes   epochs
///     8 bytes   steps
///     8 bytes   gradient evaluations
///     8 bytes   train loss
///     8 bytes   each of the optional fields 0 to 6 that is there, in this order
///     8 bytes   n, the number of points of the curve
///     n times   epoch (8), step (8), train loss (8), whether there is a validation loss (1), that loss
///               or 0 (8)
///     8 bytes   m, the number of points of the trajectory, where bit 7 is set
///     m times   two doubles
extension RunRecord {
  private static let magic = Array("RREC".utf8)
  private static let version: UInt8 = 1
  private static let pointSize = 33
  private static let placeSize = 16

  /// The record as bytes.
  public var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.bytes += Self.magic + [Self.version, outcome.status.code]
    let outcome = outcome
    let optional: [UInt64?] = [
      outcome.validationLoss?.bitPattern, outcome.testLoss?.bitPattern,
      outcome.trainMetric?.bitPattern,
      outcome.validationMetric?.bitPattern, outcome.testMetric?.bitPattern,
      outcome.bestValidationLoss?.bitPattern,
      outcome.bestEpoch.map { UInt64(bitPattern: Int64($0)) },
    ]
    var present: UInt16 = trajectory == nil ? 0 : 1 << 7
    for (bit, value) in optional.enumerated() where value != nil { present |= 1 << UInt16(bit) }
    writer.append(present)
    writer.append(outcome.epochs)
    writer.append(outcome.steps)
    writer.append(outcome.gradientEvaluations)
    writer.append(outcome.trainLoss)
    for case let value? in optional { writer.append(value) }
    writer.bytes.reserveCapacity(
      writer.bytes.count + 16 + Self.pointSize * curve.count
        + Self.placeSize * (trajectory?.count ?? 0))
    writer.append(curve.count)
    for point in curve {
      writer.append(point.epoch)
      writer.append(point.step)
      writer.append(point.trainLoss)
      writer.bytes.append(point.validationLoss == nil ? 0 : 1)
      writer.append(point.validationLoss ?? 0)
    }
    guard let trajectory else { return writer.bytes }
    writer.append(trajectory.count)
    for place in trajectory {
      writer.append(place.x)
      writer.append(place.y)
    }
    return writer.bytes
  }

  /// The record that `bytes` hold, all of them.
  public init(encoded bytes: [UInt8]) throws(RecordFault) {
    var reader = ByteReader(bytes)
    guard bytes.starts(with: Self.magic) else {
      throw bytes.count < Self.magic.count && Self.magic.starts(with: bytes) ? .truncated : .foreign
    }
    reader.skip(Self.magic.count)
    let version = try reader.byte()
    guard version == Self.version else { throw .unknownVersion(version) }
    guard let status = RunStatus(code: try reader.byte()) else { throw .malformed }
    let present = try reader.word16()
    guard present < 1 << 8 else { throw .malformed }
    var outcome = RunOutcome(
      status: status, epochs: try reader.count(), steps: try reader.count(),
      gradientEvaluations: try reader.count(), trainLoss: try reader.double())
    func has(_ bit: UInt16) -> Bool { present & 1 << bit != 0 }
    outcome.validationLoss = has(0) ? try reader.double() : nil
    outcome.testLoss = has(1) ? try reader.double() : nil
    outcome.trainMetric = has(2) ? try reader.double() : nil
    outcome.validationMetric = has(3) ? try reader.double() : nil
    outcome.testMetric = has(4) ? try reader.double() : nil
    outcome.bestValidationLoss = has(5) ? try reader.double() : nil
    outcome.bestEpoch = has(6) ? try reader.count() : nil
    self.outcome = outcome
    curve = []
    let points = try reader.count(of: Self.pointSize)
    curve.reserveCapacity(points)
    for _ in 0..<points {
      let (epoch, step) = (try reader.count(), try reader.count())
      let trainLoss = try reader.double()
      let isValidated = try reader.byte()
      let validationLoss = try reader.double()
      guard isValidated <= 1, isValidated == 1 || validationLoss.bitPattern == 0 else {
        throw .malformed
      }
      curve.append(
        CurvePoint(
          epoch: epoch, step: step, trainLoss: trainLoss,
          validationLoss: isValidated == 1 ? validationLoss : nil))
    }
    trajectory = nil
    if has(7) {
      let places = try reader.count(of: Self.placeSize)
      var trajectory: [SIMD2<Double>] = []
      trajectory.reserveCapacity(places)
      for _ in 0..<places { trajectory.append(SIMD2(try reader.double(), try reader.double())) }
      self.trajectory = trajectory
    }
    guard reader.isAtEnd else { throw .trailingBytes }
  }
}

extension RunStatus {
  fileprivate var code: UInt8 {
    switch self {
    case .completed: 0
    case .stopped: 1
    case .diverged: 2
    }
  }

  fileprivate init?(code: UInt8) {
    guard let status = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = status
  }
}
