import Diagnostics
import Files

extension Dataset {
  /// The table that `source` describes.
  ///
  /// - Parameters:
  ///   - source: a data set that is known by name, files, or options of a made-up table.
  ///   - hasLimits: whether a file of more than 2 GiB, compressed or not, or a table of more than
  ///     `CSVReader.valueLimit` numbers is an error.
  ///   - cache: the folder for what is fetched; nil where there is none.
  /// - Throws: the faults of the files with their places; `.inaccessible` when a file exists but
  ///   cannot be read, or cannot be fetched.
  public static func load(
    _ source: DatasetSource, hasLimits: Bool = true, cache: CacheFolder? = .user
  ) throws(InputError) -> Dataset {
    let limit = hasLimits ? CSVReader.valueLimit : nil
    switch source {
    case .bundled(let name): return try named(name).load(cache: cache)
    case .csv(let source):
      let stream = try source.file.open(hasLimits: hasLimits, cache: cache)
      return try CSVReader.read(stream, source: source, valueLimit: limit)
    case .libsvm(let source):
      let stream = try source.file.open(hasLimits: hasLimits, cache: cache)
      return try LibSVMReader.read(stream, source: source, valueLimit: limit)
    case .idx(let source):
      return try IDXReader.read(
        images: source.images.open(hasLimits: hasLimits, cache: cache),
        labels: source.labels.open(hasLimits: hasLimits, cache: cache), source: source,
        valueLimit: limit)
    case .regression(let options):
      try check(options.samples, options.features, limit)
      return options.table()
    case .classification(let options):
      try check(options.samples, options.features, limit)
      return options.table()
    case .sparseClassification(let options):
      try check(options.samples, options.valuesPerExample, limit)
      return options.table()
    }
  }

  private static func named(_ name: String) throws(InputError) -> BundledDataset {
    if let dataset = BundledDataset(rawValue: name) { return dataset }
    let names = BundledDataset.allCases.map(\.rawValue)
    let nearest = NearestName.of(name, among: names).map { "did you mean \($0.quoted)? " } ?? ""
    throw InputError([
      Diagnostic(
        file: name, message: "there is no data set \(name.quoted)",
        help: "\(nearest)expected: \(names.joined(separator: ", "))")
    ])
  }

  /// Throws when a made-up table would hold too many numbers.
  private static func check(_ rows: Int, _ columns: Int, _ limit: Int?) throws(InputError) {
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard overflow || count > limit ?? 1 << 40 else { return }
    throw InputError([
      Diagnostic(
        file: "made-up table",
        message: "\(rows) rows of \(columns) numbers are more than \(limit ?? 1 << 40)",
        help: "use fewer samples or features, or lift the limits")
    ])
  }
}
