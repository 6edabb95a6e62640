import Datasets
import Diagnostics
import Kernels
import Testing

/// What holds for every file: a sound table comes out of it, or faults in the order of their
/// places.
@Suite struct CSVReaderLawTests {
  private static let pieces: [[UInt8]] =
    [
      "a", ",", "\n", "\r", "\r\n", "\"", "\"\"", "1", "-2.5e3", "NaN", "inf", "?", "NA", " ", "\t",
      "é", ";", "1e999", "y", "\"q\"", "3,4\n", "\u{FEFF}",
    ].map { Array($0.utf8) } + [[0xFF], [0], [0xC3]]

  /// A small table with up to seven pieces put in or bytes taken out anywhere.
  private func mangledTable(_ stream: inout PhiloxStream) -> [UInt8] {
    var bytes = Array("x,y\n1,2\n3,4\n5,6\n".utf8)
    for _ in 0..<stream.next(below: 8) {
      let place = Int(stream.next(below: UInt64(bytes.count)))
      if stream.next(below: 4) == 0 {
        bytes.remove(at: place)
      } else {
        let piece = Self.pieces[Int(stream.next(below: UInt64(Self.pieces.count)))]
        bytes.insert(contentsOf: piece, at: place)
      }
    }
    return bytes
  }

  private func choose<Value>(_ values: [Value], _ stream: inout PhiloxStream) -> Value {
    values[Int(stream.next(below: UInt64(values.count)))]
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func everyFileGivesASoundTableOrFaultsWithPlaces(seed: UInt64) {
    var stream = PhiloxStream(seed: seed, purpose: "test", name: "csv")
    var tables = 0
    for _ in 0..<1500 {
      let bytes = mangledTable(&stream)
      let source = tableSource(
        target: choose([.name("y"), .index(1), .index(0)], &stream),
        task: choose([.regression, .classification], &stream),
        categorical: choose([[], [], [.name("x")]], &stream),
        header: choose([true, true, false], &stream),
        missing: choose([.error, .drop, .mean], &stream))
      do throws(InputError) {
        try check(CSVReader.read(bytes: bytes, source: source))
        tables += 1
      } catch {
        check(error)
      }
    }
    #expect(tables > 100)
  }

  private func check(_ table: Dataset) {
    #expect(table.exampleCount > 0)
    #expect((table.features.dense ?? []).count == table.exampleCount * table.featureNames.count)
    #expect((table.features.dense ?? []).allSatisfy { $0.isFinite })
    switch table.target {
    case .numbers(let numbers):
      #expect(numbers.count == table.exampleCount)
      #expect(numbers.allSatisfy { $0.isFinite })
    case .classes(let classes, let names):
      #expect(classes.count == table.exampleCount)
      #expect(Set(classes) == Set(names.indices))
      #expect(names.count > 1)
    }
  }

  private func check(_ error: InputError) {
    #expect((1...20).contains(error.diagnostics.count))
    #expect(error.diagnostics.allSatisfy { $0.help != nil && $0.file == "data/table.csv" })
    let places = error.diagnostics.compactMap(\.place)
    for (one, next) in zip(places, places.dropFirst()) {
      #expect((one.line, one.column) <= (next.line, next.column))
    }
  }
}
