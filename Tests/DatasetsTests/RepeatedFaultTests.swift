import Datasets
import Diagnostics
import Testing

/// Files with one fault in many rows, and all that is said of them.
@Suite struct RepeatedFaultTests {
  private func told(_ text: String, _ source: CSVSource = tableSource(header: nil)) -> String {
    do throws(InputError) {
      _ = try CSVReader.read(bytes: Array(text.utf8), source: source)
      return ""
    } catch {
      return error.rendered()
    }
  }

  private func rows(_ row: (Int) -> String) -> String { (1...30).map { row($0) + "\n" }.joined() }

  @Test func aDelimiterAtTheEndOfEachRow() {
    #expect(
      told("a,b,y\n" + rows { "\($0),7,23," }) == """
        data/table.csv:2:8: error: this row has 4 fields
            2 | 1,7,23,
              |        ^ expected 3, as in the first row; take the delimiter at the end of each row away, \
        or name the column in the header
              and 29 more rows like it

        """)
  }

  @Test func rowNamesWithoutTheKey() {
    #expect(
      told("\"a\",\"b\",\"y\"\n" + rows { "\"\($0)\",1,7,23" }) == """
        data/table.csv:2:9: error: this row has 4 fields
            2 | "1",1,7,23
              |         ^^ expected 3, as in the first row; if the first field of each row names it, add \
        "row_names": true
              and 29 more rows like it

        """)
  }

  @Test func decimalCommas() {
    #expect(
      told("a;b;y\n" + rows { "\($0),5;7,25;23" }, tableSource(delimiter: ";")) == """
        data/table.csv:2:1: error: '1,5' in column 'a' is no number
            2 | 1,5;7,25;23
              | ^^^ numbers written like this need "decimal": ","
              and 29 more rows like it

        """)
  }

  @Test func groupsOfDigits() {
    #expect(
      told("a;y\n" + rows { "1.\($0 + 100),5;2" }, tableSource(delimiter: ";")).contains(
        #"need "decimal": ",", "thousands": ".""#))
    #expect(
      told("a;y\n" + rows { "1,\($0 + 100);2" }, tableSource(delimiter: ";")).contains(
        #"need "decimal": "," if the comma is the decimal sign, "thousands": "," if it groups digits"#
      ))
  }

  @Test func aColumnOfText() {
    let cities = ["Nice", "Lille", "Lyon"]
    #expect(
      told("a,b,city,y\n" + rows { "\($0),7,\(cities[($0 - 1) % 3]),23" }) == """
        data/table.csv:2:5: error: 'Nice' in column 'city' is no number
            2 | 1,7,Nice,23
              |     ^^^^ expected a number such as -1.5e3; for categories add "categorical": ["city"], to \
        leave it out "features": ["a", "b"] (found: 'Lille', 'Lyon', 'Nice')
              and 29 more rows like it

        """)
  }

  @Test func anUnknownSpellingOfNothing() {
    #expect(
      told("a,y\n" + rows { $0 % 5 == 0 ? "unknown,1" : "\($0),1" }) == """
        data/table.csv:6:1: error: 'unknown' in column 'a' is no number
            6 | unknown,1
              | ^^^^^^^ expected a number such as -1.5e3; if it stands for a missing value, add \
        "missing_values": ["unknown"]
              and 5 more rows like it

        """)
  }

  @Test func runsOfSpaces() {
    let source = tableSource(target: .index(2), header: false, delimiter: " ")
    #expect(
      told("  0.1      1      2.0\n  0.2      2     10.0\n", source) == """
        data/table.csv:1:1: error: no value between two spaces
            1 |   0.1      1      2.0
              | ^ "delimiter": "whitespace" takes several spaces or tabs as one
              and 1 more row like it

        """)
  }

  @Test func aFirstRowOfNumbers() {
    #expect(
      told("-1.0 0.05\n-0.63 0.053\n", tableSource(target: .index(1), header: nil, delimiter: " "))
        == """
        data/table.csv:1:1: error: the first row holds nothing but numbers
            1 | -1.0 0.05
              | ^^^^^^^^^ say "header": false if it is an example, "header": true if these are names

        """)
    // What is said is done, and names that are not all numbers need no word.
    #expect(told("1,2\n3,4\n", tableSource(target: .index(1), header: true)) == "")
    #expect(told("1,2\n3,4\n", tableSource(target: .index(1), header: false)) == "")
    #expect(told("1,y\n3,4\n") == "")
    #expect(told("\"1\",\"2\"\n3,4\n", tableSource(target: .index(1), header: nil)) == "")
  }

  @Test func theWrongDelimiter() {
    #expect(
      told("a;b;y\n1;2;3\n") == """
        data/table.csv:1:1: error: the first row has one field
            1 | a;b;y
              | ^^^^^ set "delimiter": ";" if it has more

        """)
  }

  @Test func everyKindIsShownOnce() {
    let text = "a,b,y\n" + rows { "\($0)\($0 % 2 == 0 ? "," : ",x"),\($0 % 3 == 0 ? "inf" : "1")" }
    #expect(
      told(text) == """
        data/table.csv:2:3: error: 'x' in column 'b' is no number
            2 | 1,x,1
              |   ^ expected a number such as -1.5e3; for categories add "categorical": ["b"], to leave it \
        out "features": ["a"] (found: 'x')
              and 14 more rows like it
        data/table.csv:3:3: error: no value in the column 'b'
            3 | 2,,1
              |   ^ "missing": "drop" leaves such rows out, "mean" fills in the mean of a feature
              and 14 more rows like it
        data/table.csv:4:5: error: 'inf' in column 'y' is not a finite number
            4 | 3,x,inf
              |     ^^^ expected a number between -1.8e308 and 1.8e308
              and 9 more rows like it

        """)
  }

  @Test func indicesFromZero() throws {
    let text = rows { "\($0 % 2) 0:\($0) 1:7" }
    func read(zeroBased: Bool) throws(InputError) -> Dataset {
      try LibSVMReader.read(
        bytes: Array(text.utf8),
        source: LibSVMSource(
          file: FileLocation(path: "/x.svm", displayName: "x.svm"), zeroBased: zeroBased))
    }
    #expect(
      #expect(throws: InputError.self) { try read(zeroBased: false) }?.rendered() == """
        x.svm:1:3: error: the index 0
            1 | 1 0:1 1:7
              |   ^ indices start at 1; "zero_based": true reads those that start at 0
              and 29 more lines like it

        """)
    let table = try read(zeroBased: true)
    #expect(table.featureCount == 2)
    guard case .sparse(let rows) = table.features else {
      Issue.record("the features are not sparse")
      return
    }
    #expect(rows.columns.prefix(4) == [0, 1, 0, 1] && rows.values.prefix(4) == [1, 7, 2, 7])
  }
}
