import Datasets
import Diagnostics
import Testing

/// A source for tables in tests, whose target is the column `y`.
func tableSource(
  target: ColumnReference = .name("y"), task: Datasets.Task = .regression,
  features: [ColumnReference]? = nil, categorical: [ColumnReference] = [], header: Bool? = true,
  delimiter: Character = ",", missing: MissingValues = .error, sha256: String? = nil
) -> CSVSource {
  CSVSource(
    file: FileLocation(path: "/nowhere/table.csv", displayName: "data/table.csv", sha256: sha256),
    target: target,
    task: task, features: features, categorical: categorical, header: header,
    delimiter: .character(delimiter), missing: missing)
}

@Suite struct CSVReaderTests {
  private func read(_ text: String, _ source: CSVSource = tableSource()) throws -> Dataset {
    try CSVReader.read(bytes: Array(text.utf8), source: source)
  }

  @Test func aPlainTableIsReadRowByRow() throws {
    let table = try read("a,y,b\n1,10,2\n3,20,4\n")
    #expect(table.name == "table")
    #expect(table.exampleCount == 2)
    #expect(table.featureNames == ["a", "b"])
    #expect(table.features == .dense([1, 2, 3, 4]))
    #expect(table.target == .numbers([10, 20]))
    #expect(table.provenance.source == "data/table.csv")
    #expect(table.provenance.remarks.isEmpty)
  }

  @Test(arguments: [
    "a,y\r\n1,2\r\n3,4\r\n", "a,y\r1,2\r3,4", "\u{FEFF}a,y\n1,2\n3,4", "a,y\n1,2\n3,4\n\n\r\n\n",
    "\"a\",\"y\"\n\"1\",2\n 3\t, 4 ", "a,y\n1,\"2\" \n\"3\",4", "a , y\n+1,2.0\n3e0,.4e1",
  ])
  func theSameTableInAnotherSpelling(text: String) throws {
    let table = try read(text)
    #expect(table.featureNames == ["a"])
    #expect(table.features == .dense([1, 3]))
    #expect(table.target == .numbers([2, 4]))
  }

  @Test func quotesHoldDelimitersLineEndsAndQuotes() throws {
    let source = tableSource(categorical: [.index(0)])
    let table = try read("\"a,\"\"b\"\"\n\",y\n\" x\n\",1\n\"\"\"q\"\"\",2\n", source)
    #expect(table.featureNames == ["a,\"b\"\n= x\n", "a,\"b\"\n=\"q\""])
    #expect(table.features == .dense([1, 0, 0, 1]))
  }

  @Test func columnsAreChosenByNameOrNumber() throws {
    let source = tableSource(target: .index(0), features: [.name("c"), .index(1)])
    let table = try read("a,b,c,d\n1,2,3,text\n4,5,6,\n", source)
    #expect(table.featureNames == ["c", "b"])
    #expect(table.features == .dense([3, 2, 6, 5]))
    #expect(table.target == .numbers([1, 4]))
  }

  @Test func withoutHeaderTheFirstRowIsAnExample() throws {
    let source = tableSource(target: .index(2), header: false, delimiter: ";")
    let table = try read("1;2;3\n4;5;6", source)
    #expect(table.featureNames == ["0", "1"])
    #expect(table.features == .dense([1, 2, 4, 5]))
    #expect(table.target == .numbers([3, 6]))
  }

  @Test(arguments: ["\t", " ", "|"] as [Character])
  func spacesAreNoPartOfFieldsUnlessTheySeparateThem(delimiter: Character) throws {
    let text = "a,y\n1,2\n".map { $0 == "," ? String(delimiter) : String($0) }.joined()
    let table = try read(text, tableSource(delimiter: delimiter))
    #expect(table.features == .dense([1]))
  }

  @Test func categoriesBecomeSortedColumns() throws {
    let source = tableSource(categorical: [.name("colour")])
    let table = try read(
      "n,colour,y\n1,red,1\n2,Ärger,2\n3,blue,3\n4,red,4\n5,10,5\n6,9,6\n", source)
    #expect(
      table.featureNames
        == ["n", "colour=10", "colour=9", "colour=blue", "colour=red", "colour=Ärger"])
    #expect(Array((table.features.dense ?? [])[..<12]) == [1, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 1])
    #expect(Array((table.features.dense ?? [])[30...]) == [6, 0, 1, 0, 0, 0])
  }

  @Test func textsThatOnlyLookAlikeAreDifferentCategories() throws {
    let source = tableSource(categorical: [.name("a")])
    #expect(try read("a,y\n\u{E9},1\ne\u{301},2\n", source).featureNames.count == 2)
  }

  @Test func classesAreSortedByValueOrByCodePoints() throws {
    let source = tableSource(task: .classification)
    let numbers = try read("a,y\n1,10\n2,9\n3,9.0\n4,-1\n", source)
    #expect(numbers.target == .classes([2, 1, 1, 0], names: ["-1", "9", "10"]))
    let texts = try read("a,y\n1,b\n2,10\n3,9\n4,B\n", source)
    #expect(texts.target == .classes([3, 0, 1, 2], names: ["10", "9", "B", "b"]))
  }

  @Test func rowsWithMissingValuesAreDroppedAndCounted() throws {
    let source = tableSource(categorical: [.name("c")], missing: .drop)
    let table = try read("a,c,y\n1,u,1\n,v,2\n3,?,3\nNA,u,4\n5,w,NaN\n6,\"NA\",6\n", source)
    #expect(table.exampleCount == 2)
    #expect(table.featureNames == ["a", "c=NA", "c=u"])
    #expect(table.features == .dense([1, 0, 1, 6, 1, 0]))
    #expect(
      table.provenance.remarks == [
        "4 of 6 examples were left out because they have missing values."
      ])
  }

  @Test func missingNumbersBecomeTheMeanOfTheirColumn() throws {
    let table = try read("a,b,y\n1,,1\n?,2,2\n5,4,3\n", tableSource(missing: .mean))
    #expect(table.features == .dense([1, 3, 3, 2, 5, 4]))
    #expect(table.provenance.remarks.count == 1)
    #expect(table.provenance.remarks[0].hasSuffix("a, b."))
  }

  @Test func aMeanOfHugeNumbersStaysFinite() throws {
    let table = try read("a,y\n1e308,1\n1.5e308,2\n,3\n", tableSource(missing: .mean))
    #expect(table.features == .dense([1e308, 1.5e308, 1.25e308]))
  }

  @Test func theDigestOfTheFileIsKept() throws {
    // sha256sum of the same bytes.
    let digest = "6eca8591af4d545e49ff4fcdfb9cac5b5656b6187eace6af1d9a9af2dafa9023"
    let table = try? read("a,y\n1,2\n", tableSource(sha256: digest))
    #expect(table?.provenance.sha256 == digest)
  }
}
