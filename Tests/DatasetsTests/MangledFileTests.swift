import Datasets
import Diagnostics
import Files
import Foundation
import Kernels
import Testing

/// What holds for every file in LIBSVM's or IDX format: sound examples come out of it, or an error that
/// says what is wrong.
@Suite struct MangledFileTests {
  private static let pieces: [[UInt8]] =
    [
      ":", " ", "\n", "\r\n", "#", "1", "0", "-1", "2:", ":3", "3:1", "nan", "inf", "1e999", "+",
      "\t",
      "99999999999", "é", "\u{FEFF}", "qid:1",
    ].map { Array($0.utf8) } + [[0xFF], [0]]

  /// The examples in the bytes of a file; the first byte chooses how they are read.
  private func read(_ bytes: [UInt8]) throws(InputError) -> Dataset {
    let choice = bytes.first ?? 0
    let content = Array(bytes.dropFirst())
    if choice & 1 == 0 {
      return try LibSVMReader.read(
        bytes: content,
        source: LibSVMSource(
          file: FileLocation(path: "", displayName: choice & 2 == 0 ? "x" : "x.gz"),
          features: choice & 4 == 0 ? nil : 5,
          task: choice & 8 == 0 ? .classification : .regression),
        valueLimit: 1 << 16)
    }
    let cut = min(content.count, 11)
    return try IDXReader.read(
      images: ByteStream(
        bytes: Array(content[cut...]), named: "x", isCompressed: choice & 2 != 0, limit: 1 << 20),
      labels: ByteStream(bytes: Array(content[..<cut]), named: "x"),
      source: IDXSource(
        images: FileLocation(path: "", displayName: "x"),
        labels: FileLocation(path: "", displayName: "x")),
      valueLimit: 1 << 16)
  }

  /// Whether a sound table came out.
  private func check(_ bytes: [UInt8]) -> Bool {
    do throws(InputError) {
      let table = try read(bytes)
      #expect(table.exampleCount > 0 && table.featureCount > 0)
      switch table.features {
      case .dense(let values):
        #expect(values.count == table.exampleCount * table.featureCount)
        #expect(values.allSatisfy { $0.isFinite })
      case .sparse(let rows):
        #expect(rows.rowCount == table.exampleCount)
        #expect(rows.rowStarts.last == rows.values.count && rows.rowStarts.first == 0)
        #expect(rows.columns.count == rows.values.count)
        #expect(rows.values.allSatisfy { $0.isFinite })
        #expect(rows.columns.allSatisfy { $0 >= 0 && $0 < table.featureCount })
        for row in 0..<rows.rowCount {
          let columns = rows.columns[rows.rowStarts[row]..<rows.rowStarts[row + 1]]
          #expect(zip(columns, columns.dropFirst()).allSatisfy { $0 < $1 })
        }
      }
      if case .classes(let classes, let names) = table.target {
        #expect(Set(classes) == Set(names.indices) && names.count > 1)
      }
      return true
    } catch {
      #expect((1...20).contains(error.diagnostics.count))
      #expect(error.diagnostics.allSatisfy { $0.help != nil && $0.file.hasPrefix("x") })
      let places = error.diagnostics.compactMap(\.place)
      #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
      return false
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func mangledFilesGiveSoundExamplesOrErrors(seed: UInt64) {
    var stream = PhiloxStream(seed: seed, purpose: "test", name: "mangled")
    let good: [[UInt8]] = [
      [0] + Array("1 1:2 3:4 # x\n0 2:1\n1\n".utf8),
      [1, 0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 1] + [
        0, 0, 8, 2, 0, 0, 0, 3, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6,
      ],
    ]
    var tables = 0
    for _ in 0..<1500 {
      var bytes = good[Int(stream.next(below: 2))]
      for _ in 0..<stream.next(below: 6) {
        let place = Int(stream.next(below: UInt64(bytes.count)))
        switch stream.next(below: 3) {
        case 0 where bytes.count > 1: bytes.remove(at: place)
        case 1: bytes[place] = UInt8(truncatingIfNeeded: stream.next())
        default:
          let piece = Self.pieces[Int(stream.next(below: UInt64(Self.pieces.count)))]
          bytes.insert(contentsOf: piece, at: place)
        }
      }
      if check(bytes) { tables += 1 }
    }
    #expect(tables > 100)
  }

  /// Inputs that a fuzzer has found to reach code that others do not; see `References/corpus.py`.
  @Test func theCorpusGivesSoundExamplesOrErrors() throws {
    let lines = try reference("corpus.txt")
    #expect(lines.count > 10)
    for line in lines {
      let bytes = Array(try #require(Data(base64Encoded: line[0])))
      _ = check(bytes)
      let text = bytes.dropFirst()
      do throws(InputError) {
        let table = try CSVReader.read(
          bytes: Array(text), source: tableSource(target: .index(1), header: false),
          valueLimit: 1 << 16)
        #expect(table.features.dense?.count == table.exampleCount * table.featureCount)
      } catch {
        #expect(error.diagnostics.allSatisfy { $0.help != nil })
      }
    }
  }
}
