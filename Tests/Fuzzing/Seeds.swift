import Files
import Training

@testable import Experiments

extension Law {
  /// What fuzzing starts from, as the program writes it; none where the specs, reports and
  /// corpora of the project are that.
  var seeds: [[UInt8]] {
    let records = Self.records.map(\.encoded)
    let runs = records.enumerated().map { number, record in
      let request = Array("{\"seed\":\(number)}".utf8)
      return StoredRun(
        key: SHA256.value(of: request[...]), request: request, record: record
      ).bytes
    }
    return switch self {
    case .record: records
    case .run: runs
    case .segment: (0...runs.count).flatMap { Self.segments(of: runs.prefix($0)) }
    case .json, .manifest, .spec, .data: []
    }
  }

  /// One run of each form that there is.
  private static var records: [RunRecord] {
    let start = CurvePoint(epoch: 0, step: 0, trainLoss: 2, validationLoss: 3)
    return [
      RunRecord(
        RunOutcome(status: .completed, epochs: 0, steps: 0, gradientEvaluations: 0, trainLoss: 2),
        curve: []),
      RunRecord(
        RunOutcome(
          status: .stopped, epochs: 1, steps: 5, gradientEvaluations: 50, trainLoss: 1,
          validationLoss: 2, testLoss: 2, trainMetric: 0.5, validationMetric: 0.25,
          testMetric: 0.25,
          bestValidationLoss: 2, bestEpoch: 1),
        curve: [start, CurvePoint(epoch: 1, step: 5, trainLoss: 1, validationLoss: 2)]),
      RunRecord(
        RunOutcome(
          status: .diverged, epochs: 1, steps: 1, gradientEvaluations: 1, trainLoss: .infinity),
        curve: [start, CurvePoint(epoch: 1, step: 1, trainLoss: .infinity, validationLoss: nil)],
        trajectory: [SIMD2(-1.2, 1), SIMD2(.nan, 0)]),
    ]
  }

  /// A segment of these runs as a process that was killed leaves it, and a closed one.
  private static func segments(of runs: ArraySlice<[UInt8]>) -> [[UInt8]] {
    var bytes = SegmentIndex.header(writer: "report 1 on x86-64")
    var entries: [SegmentIndex.Entry] = []
    for run in runs {
      entries.append(SegmentIndex.Entry(of: run, at: bytes.count))
      bytes += run
    }
    return [bytes, bytes + SegmentIndex.closing(entries, at: bytes.count)]
  }
}
