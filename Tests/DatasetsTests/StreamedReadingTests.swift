import Datasets
import Diagnostics
import Files
import Kernels
import Testing

/// Files that are longer than what is looked at in one go.
@Suite struct StreamedReadingTests {
  /// Records of all lengths up to a few thousand bytes, with every spelling of fields and line
  /// ends.
  private func table(_ lineEnd: String, seed: UInt64) -> (text: String, values: [Double]) {
    var stream = PhiloxStream(seed: seed, purpose: "test", name: "streamed")
    var text = "a,\"b\(lineEnd)b\",y\(lineEnd)"
    var values: [Double] = []
    for row in 0..<6000 {
      let spaces = String(repeating: " ", count: Int(stream.next(below: row % 50 == 0 ? 3000 : 9)))
      let quoted = stream.next(below: 2) == 0
      let number = stream.normal()
      values += [Double(row), number]
      text += "\(row)\(spaces),\(quoted ? "\"\(number)\"" : "\(number)"),1\(lineEnd)"
    }
    return (text, values)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func recordsMayLieAcrossPieces(lineEnd: String) throws {
    for seed in 0..<4 as Range<UInt64> {
      let (text, values) = table(lineEnd, seed: seed)
      #expect(text.utf8.count > 1 << 18)
      let read = try CSVReader.read(bytes: Array(text.utf8), source: tableSource())
      // A whole table would make a message of its own.
      let isSame = read.features == .dense(values)
      #expect(isSame)
      #expect(read.featureNames == ["a", "b\(lineEnd)b"])
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func faultsFarBehindHaveTheirPlaces(lineEnd: String) throws {
    let good = table(lineEnd, seed: 9).text
    let ending = [
      "1,x,1", "2,\"3", "",
    ].joined(separator: lineEnd)
    let error = try #require(throws: InputError.self) {
      try CSVReader.read(bytes: Array((good + ending).utf8), source: tableSource())
    }
    // The header takes two lines.
    #expect(error.diagnostics.map { $0.place?.line } == [6003, 6004])
    #expect(error.diagnostics.map { $0.place?.column } == [3, 3])
    #expect(error.diagnostics[0].sourceLine == "1,x,1")
    #expect(error.diagnostics[1].message == "this quote is never closed")
  }

  @Test func aRowWithoutEndIsRefusedAtALimit() throws {
    let bytes = Array("a,y\n\"".utf8) + [UInt8](repeating: UInt8(ascii: "1"), count: 70 << 20)
    let error = try #require(throws: InputError.self) {
      try CSVReader.read(bytes: bytes, source: tableSource())
    }
    #expect(error.diagnostics[0].message == "a row is longer than 64 MiB")
  }
}
