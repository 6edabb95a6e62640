import Datasets
import Diagnostics
import Testing

@Suite struct BundledDatasetTests {
  @Test func diabetesIsScikitLearnsBitForBit() throws {
    let dataset = try Dataset.load(.bundled("diabetes"))
    let expected = try reference("diabetes.txt").joined().map(word)
    #expect(expected.count == 4420)
    #expect((dataset.features.dense ?? []).map(\.bitPattern) == expected)
    #expect(dataset.name == "diabetes")
    #expect(dataset.exampleCount == 442)
    #expect(
      dataset.featureNames == ["age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"])
    guard case .numbers(let target) = dataset.target else {
      Issue.record("the target is no number")
      return
    }
    #expect((target.reduce(0, +) / 442 - 152.133484162896).magnitude < 1e-12)
    #expect(dataset.provenance.remarks.count == 1)
    #expect(dataset.provenance.remarks[0].contains("all 442 rows"))
  }

  @Test func diabetesRawIsAsMeasured() throws {
    let dataset = try BundledDataset.diabetesRaw.load()
    #expect(
      Array((dataset.features.dense ?? [])[..<10]) == [
        59, 2, 32.1, 101, 157, 93.2, 38, 4, 4.8598, 87,
      ])
    #expect(dataset.provenance.remarks.isEmpty)
    #expect(
      dataset.provenance.sha256
        == "7dae9500120945f10f310cb7834fa7a4545e1aae0a4888012cd65f9102a828af")
  }

  @Test(arguments: BundledDataset.allCases)
  func descriptionsFitTheTables(bundled: BundledDataset) throws {
    let dataset = try bundled.load()
    #expect(dataset.name == bundled.rawValue)
    #expect(dataset.exampleCount == bundled.exampleCount)
    #expect(dataset.featureNames.count == bundled.featureCount)
    #expect((dataset.features.dense ?? []).count == bundled.exampleCount * bundled.featureCount)
    #expect(dataset.provenance.citation == bundled.citation)
  }

  @Test func anUnknownNameIsAnErrorThatNamesTheNearest() {
    do throws(InputError) {
      _ = try Dataset.load(.bundled("diabets"))
      Issue.record("no error")
    } catch {
      #expect(error.reason == .malformed)
      #expect(error.diagnostics[0].message == "there is no bundled data set 'diabets'")
      #expect(
        error.diagnostics[0].help
          == "did you mean 'diabetes'? expected: diabetes, diabetes_raw")
    }
  }
}
