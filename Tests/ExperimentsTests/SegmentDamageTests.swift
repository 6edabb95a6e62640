import Files
import Foundation
import Testing
import Training

@testable import Experiments

/// A segment with any byte changed or any end lost: what comes back is what was kept, and whatever
/// the damage did not touch comes back.
@Suite("Damaged segments")
struct SegmentDamageTests {
  private let folder: SpecFolder
  private let header = SegmentIndex.header(writer: "test")
  private let runs: [[UInt8]]

  init() throws {
    folder = try SpecFolder()
    runs = (0..<3).map { Self.run(seed: $0) }
  }

  private static func run(seed: Int) -> [UInt8] {
    let outcome = RunOutcome(
      status: .completed, epochs: seed, steps: seed, gradientEvaluations: 7, trainLoss: 0.5)
    let record = RunRecord(
      outcome, curve: [CurvePoint(epoch: 0, step: 0, trainLoss: 1, validationLoss: nil)])
    let request = Array("{\"seed\":\(seed)}".utf8)
    return StoredRun(
      key: SHA256.value(of: request[...]), request: request, record: record.encoded
    ).bytes
  }

  /// Where each run lies.
  private var places: [Range<Int>] {
    var end = header.count
    return runs.map { run in
      defer { end += run.count }
      return end..<end + run.count
    }
  }

  private var entries: [SegmentIndex.Entry] {
    zip(runs, places).map { SegmentIndex.Entry(of: $0, at: $1.lowerBound) }
  }

  private func segment(_ entries: [SegmentIndex.Entry]? = nil) -> [UInt8] {
    let open = header + runs.joined()
    return entries.map { open + SegmentIndex.closing($0, at: open.count) } ?? open
  }

  /// The runs that a segment holds, by entry; nil for one that is torn, corrupt or another one.
  private func found(in segment: [UInt8]) throws -> [[UInt8]?] {
    let path = folder.path + "/segment"
    try Data(segment).write(to: URL(filePath: path))
    // Neither `#require` nor `map`, which cannot take what cannot be copied.
    guard let file = ReadableParts(path: path) else { throw CocoaError(.fileReadUnknown) }
    var found: [[UInt8]?] = []
    for entry in SegmentIndex(file).entries { found.append(entry.run(in: file)?.bytes) }
    return found
  }

  @Test("Undamaged ones give every run")
  func undamaged() throws {
    #expect(try found(in: segment()) == runs)
    #expect(try found(in: segment(entries)) == runs)
  }

  @Test("Any byte", arguments: [UInt8(1), 0x80, 0xFF], [true, false])
  func changed(flip: UInt8, isClosed: Bool) throws {
    let whole = segment(isClosed ? entries : nil)
    for place in whole.indices {
      var damaged = whole
      damaged[place] ^= flip
      let found = try found(in: damaged).compactMap { $0 }
      #expect(found.allSatisfy(runs.contains), "\(place)")
      // Without an index, nothing is found behind a run whose own size is wrong.
      guard isClosed, place >= 16 else { continue }
      let untouched = zip(runs, places).filter { !$1.contains(place) }.map(\.0)
      #expect(found == untouched, "\(place)")
    }
  }

  @Test("Any end", arguments: [true, false])
  func cut(isClosed: Bool) throws {
    let whole = segment(isClosed ? entries : nil)
    for size in whole.indices {
      let expected = zip(runs, places).filter { $1.upperBound <= size }.map(\.0)
      #expect(try found(in: Array(whole.prefix(size))) == expected, "\(size)")
    }
  }

  @Test("A look goes on where the one before came to", arguments: [false, true])
  func goesOn(closed: Bool) throws {
    let name = "open.seg"
    let bytes = segment(closed ? entries : nil)
    try Data(bytes).write(to: URL(filePath: "\(folder.path)/\(name)"))
    let file = try #require(OpenSegments(in: folder.path).opened(name))
    let whole = SegmentIndex(file.file)
    #expect(whole.entries == entries && whole.end == (closed ? nil : places[2].upperBound))
    for number in 0..<3 {
      let rest = SegmentIndex(file.file, from: places[number].lowerBound)
      #expect(rest.entries == Array(entries[number...]) && rest.end == whole.end)
    }
  }

  @Test("A run that is another one than the index tells is not taken for it")
  func foreignEntry() throws {
    for change in [{ $0.key = Digest([]) }, { $0.digest = Digest([]) }]
      as [(inout SegmentIndex.Entry) -> Void]
    {
      var changed = entries
      change(&changed[1])
      #expect(try found(in: segment(changed)) == [runs[0], nil, runs[2]])
    }
  }

  /// The last was found by a fuzzer: runs that an index leaves out would be lost.
  @Test("An index that tells of other places than runs have is no index")
  func foreignIndex() throws {
    for (field, change) in [
      ("size", { $0[1].size -= 1 }), ("far size", { $0[2].size = .max }),
      ("place", { $0[1].offset += 1 }), ("far place", { $0[0].offset = .max }),
      ("another run", { $0[1].offset = $0[2].offset }), ("order", { $0.swapAt(0, 1) }),
      ("a run twice", { $0.append($0[2]) }), ("a run less", { $0.removeLast() }),
    ] as [(String, (inout [SegmentIndex.Entry]) -> Void)] {
      var changed = entries
      change(&changed)
      #expect(try found(in: segment(changed)) == runs, "\(field)")
    }
  }

  @Test("A run has one form: what is no part of it is zero")
  func reservedBytes() {
    for place in 5..<8 {
      var bytes = runs[0]
      bytes[place] = 1
      bytes = Array(bytes.dropLast(StoredRun.digestSize))
      bytes += SHA256.digest(of: bytes[...])
      #expect(StoredRun(bytes: bytes) == nil)
    }
  }
}

extension OpenSegments {
  /// A segment as it is.
  fileprivate func opened(_ name: String) -> Segment? {
    var open = self
    return open.segment(name, to: 0)
  }
}
