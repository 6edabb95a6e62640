import Diagnostics
import Files
import Glibc

extension Dataset {
  /// The table that `source` describes.
  ///
  /// - Parameters:
  ///   - source: a bundled table or a file.
  ///   - hasLimits: whether a file of more than 2 GiB or a table of more than
  ///     `CSVReader.valueLimit` numbers is an error.
  /// - Throws: the faults of the file with their places; `.inaccessible` when a file exists but
  ///   cannot be read.
  public static func load(
    _ source: DatasetSource, hasLimits: Bool = true
  ) throws(InputError) -> Dataset {
    switch source {
    case .bundled(let name):
      guard let dataset = BundledDataset(rawValue: name) else {
        let names = BundledDataset.allCases.map(\.rawValue)
        let nearest = NearestName.of(name, among: names).map { "did you mean \($0.quoted)? " } ?? ""
        throw InputError(
          .malformed,
          [
            Diagnostic(
              file: name, message: "there is no bundled data set \(name.quoted)",
              help: "\(nearest)expected: \(names.joined(separator: ", "))")
          ])
      }
      return try dataset.load()
    case .csv(let source):
      let stream = try source.file.open(hasLimits: hasLimits)
      return try CSVReader.read(
        stream, source: source, valueLimit: hasLimits ? CSVReader.valueLimit : nil)
    case .libsvm, .idx, .regression, .classification, .sparseClassification:
      throw InputError([Diagnostic(file: "dataset", message: "not read yet")])
    }
  }
}

extension BundledDataset {
  /// The table.
  ///
  /// - Throws: `.inaccessible` when the folder of tables beside the executable is gone.
  public func load() throws(InputError) -> Dataset {
    let path = Self.folder + "/" + fileName
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try FileContents.read(path, named: fileName)
    } catch {
      throw InputError(
        .inaccessible,
        [
          Diagnostic(
            file: fileName, message: "the table of the data set '\(rawValue)' cannot be read",
            help: "keep the folder report_Datasets.resources beside the executable")
        ])
    }
    var dataset = try CSVReader.read(
      bytes: bytes,
      source: CSVSource(
        file: FileLocation(path: path, displayName: fileName), target: .name("target"), task: task))
    if self == .diabetes { dataset.scaleAsInScikitLearn() }
    dataset.name = rawValue
    dataset.provenance.source = source
    dataset.provenance.licence = licence
    dataset.provenance.citation = citation
    dataset.provenance.remarks = remarks
    return dataset
  }

  /// The folder of the tables, where the build puts it. `Bundle.module` would end the process with
  /// a trap where it is missing.
  private static var folder: String {
    var executable = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = readlink("/proc/self/exe", &executable, Int(PATH_MAX))
    let path = String(
      decoding: executable.prefix(max(0, length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let end = path.lastIndex(of: "/") ?? path.startIndex
    return path[..<end] + "/report_Datasets.resources/Tables"
  }
}

extension Dataset {
  /// Centres each feature and divides it by its standard deviation and by √n, over all rows.
  ///
  /// The order of operations is scikit-learn's, so that every bit is: μ = Σx / n; d = x − μ;
  /// σ = √(Σd² / n); then (d / σ) / √n, all sums in the order of rows.
  fileprivate mutating func scaleAsInScikitLearn() {
    guard case .dense(var values) = features else { return }
    let count = Double(exampleCount)
    for column in 0..<featureCount {
      let places = stride(from: column, to: values.count, by: featureCount)
      let mean = places.reduce(0) { $0 + values[$1] } / count
      let squares = places.reduce(0) { $0 + (values[$1] - mean) * (values[$1] - mean) }
      let deviation = (squares / count).squareRoot()
      for place in places {
        values[place] = (values[place] - mean) / deviation / count.squareRoot()
      }
    }
    features = .dense(values)
  }
}
