import Datasets
import Diagnostics
import Foundation
import TestSupport
import Testing

/// A table as people have them, and what pandas reads from it; made by `References/spellings.py`.
struct SpelledTable: Decodable, Sendable, CustomTestStringConvertible {
  struct Keys: Decodable, Sendable {
    var delimiter: String?
    var decimal: String?
    var thousands: String?
    var comment: String?
    var rowNames: Bool?
    var missing: String?
    var missingValues: [String]?
    var categorical: [String]?
  }

  let name: String
  let text: String
  let keys: Keys
  let names: [String]
  let rows: [[Double]]
  let target: [Double]

  var testDescription: String { name }

  static func all() throws -> [SpelledTable] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try References().text("spellings.jsonl").split(separator: "\n").map {
      try decoder.decode(SpelledTable.self, from: Data($0.utf8))
    }
  }

  var source: CSVSource {
    var source = tableSource(header: nil)
    if let delimiter = keys.delimiter {
      source.delimiter =
        delimiter == "whitespace" ? .whitespace : .character(Character(delimiter))
    }
    if let decimal = keys.decimal { source.decimal = Character(decimal) }
    source.thousands = keys.thousands.map(Character.init)
    source.comment = keys.comment.map(Character.init)
    source.rowNames = keys.rowNames ?? false
    source.missing = keys.missing.flatMap(MissingValues.init) ?? .error
    source.missingValues = keys.missingValues ?? CSVSource.usualMissingValues
    source.categorical = (keys.categorical ?? []).map { .name($0) }
    return source
  }
}

@Suite struct SpellingTests {
  @Test(arguments: try SpelledTable.all())
  func aTableIsReadAsPandasReadsIt(table: SpelledTable) throws {
    let read = try CSVReader.read(bytes: Array(table.text.utf8), source: table.source)
    #expect(read.featureNames == table.names)
    #expect(read.features == .dense(table.rows.flatMap { $0 }))
    #expect(read.target == .numbers(table.target))
  }

  @Test func whatWasLeftOutIsRemembered() throws {
    let read = try CSVReader.read(bytes: Array("a,y,\n1,2,\n3,4,\n".utf8), source: tableSource())
    #expect(
      read.provenance.remarks == [
        "The last column, which has neither a name nor a value, was left out: every row ends with a "
          + "delimiter."
      ])
  }

  /// A last column that has a name, or a value, is one like others.
  @Test func onlyAnEmptyColumnWithoutANameIsLeftOut() throws {
    func error(_ text: String, missing: MissingValues = .error) throws -> String? {
      let error = #expect(throws: InputError.self) {
        try CSVReader.read(bytes: Array(text.utf8), source: tableSource(missing: missing))
      }
      return error?.diagnostics.first?.message
    }
    #expect(try error("a,y,c\n1,2,\n3,4,\n") == "no value in the column 'c'")
    #expect(try error("a,y,\n1,2,5\n3,4,\n") == "no value in the column ''")
    #expect(
      try error("a,y,\n1,2,\n3,4,5\n", missing: .mean)
        == "the last column has no name, and a value here but none in the 1 row before")
    let all = try CSVReader.read(bytes: Array("a,y,\n1,2,5\n3,4,6\n".utf8), source: tableSource())
    #expect(all.features == .dense([1, 5, 3, 6]))
  }

  @Test func numbersInAnotherFormAreNotHalfRead() throws {
    func value(_ text: String, decimal: Character, thousands: Character?) throws -> Double? {
      var source = tableSource(delimiter: ";")
      source.decimal = decimal
      source.thousands = thousands
      let table = try CSVReader.read(bytes: Array("a;y\n\(text);1\n".utf8), source: source)
      return table.features.dense?.first
    }
    #expect(try value("1,5", decimal: ",", thousands: nil) == 1.5)
    #expect(try value("1'234.5", decimal: ".", thousands: "'") == 1234.5)
    #expect(try value("1\u{202F}234,5", decimal: ",", thousands: "\u{202F}") == 1234.5)
    // A point would mean something else, groups have three digits, and none follows the sign.
    for (text, thousands) in [
      ("1.5", nil), ("1.5", "."), ("12.34.567", "."), ("1234.567", "."), ("1.234.56", "."),
      ("1,234.567", "."), (".123", "."), ("1..234", "."),
    ] as [(String, Character?)] {
      #expect(throws: InputError.self, "\(text)") {
        try value(text, decimal: ",", thousands: thousands)
      }
    }
  }
}
