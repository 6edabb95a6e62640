import Datasets
import Diagnostics
import Files
import Models
import SpecLanguage
import Specs
import Training

/// A problem with its data.
public struct PlannedProblem: Sendable {
  /// What was asked.
  public let spec: ProblemSpec
  /// The data, read and checked; nil for a test function.
  public let dataset: Dataset?
  /// How many examples are for training, validation and the test; nil for a test function.
  public let sizes: (training: Int, validation: Int, test: Int)?
  /// What competes on it, names unique.
  public internal(set) var contenders: [Contender]
  /// The repetitions: those of the spec, or its first alone where nothing depends on the seed.
  public let seeds: [UInt32]

  /// Whether anything of a run depends on the seed: the split, the initial parameters or the order of
  /// the batches. Else all runs of a contender would be one.
  public let dependsOnSeed: Bool

  /// Whether there are rows for validation.
  public var isValidated: Bool { (sizes?.validation ?? 0) > 0 }

  /// The metric of the model on these data; nil for a test function.
  public var metric: Metric? {
    spec.model.metric(of: dataset.map { TargetKind($0.target).task })
  }

  /// What tells its table from others; nil for a test function.
  ///
  /// What is synthetic has no bytes: then it is told by how it was made.
  public var sourceKey: String? {
    dataset.map { $0.provenance.sha256.isEmpty ? $0.identity ?? $0.name : $0.provenance.sha256 }
  }

  /// All problems of a spec with their data, each table read once.
  ///
  /// - Throws: the faults of all of them.
  static func all(
    of spec: ExperimentSpec, hasLimits: Bool
  ) throws(InputError) -> [PlannedProblem] {
    var datasets: [DatasetSource: Dataset] = [:]
    var planned: [PlannedProblem] = []
    var faults: [Diagnostic] = []
    var reason = InputError.Reason.malformed
    for (index, problem) in spec.problems.enumerated() {
      do throws(InputError) {
        guard let source = problem.dataset else {
          planned.append(
            PlannedProblem(
              problem, seedsOf: spec, dataset: nil, sizes: nil,
              contenders: contenders(of: spec, on: problem)))
          continue
        }
        let dataset: Dataset
        if let known = datasets[source] {
          dataset = known
        } else {
          if hasLimits {
            try CostLimits.checkTables(
              datasets.values.map { Double($0.features.byteCount) }.reduce(0, +)
                + (source.expectedBytes ?? 0), of: spec, problem: index)
          }
          dataset = try Dataset.load(
            source, hasLimits: hasLimits,
            cache: CacheFolder.user?.reaching(
              everyAddress: spec.source.confinement.allowsOutside))
          datasets[source] = dataset
        }
        planned.append(
          try PlannedProblem(
            problem, of: spec, index: index, dataset: dataset,
            contenders: contenders(of: spec, on: problem)))
      } catch {
        if error.reason == .inaccessible { reason = .inaccessible }
        let named = error.diagnostics.map {
          spec.source.diagnostic(ofData: $0, problem.dataset, problem: index)
        }
        // Two problems on the same broken file have the same faults.
        faults += named.filter { !faults.contains($0) }
      }
    }
    guard faults.isEmpty else { throw InputError(reason, faults) }
    return planned
  }

  /// Every optimizer of the spec, with the problem's budget.
  private static func contenders(
    of spec: ExperimentSpec, on problem: ProblemSpec
  ) -> [Contender] {
    spec.optimizers.enumerated().map { position, optimizer in
      Contender(
        name: optimizer.name, optimizer: position, configuration: optimizer.configuration,
        budget: problem.budget, space: optimizer.tuned?.space)
    }
  }

  private init(
    _ problem: ProblemSpec, seedsOf spec: ExperimentSpec, dataset: Dataset?,
    sizes: (training: Int, validation: Int, test: Int)?, contenders: [Contender]
  ) {
    self.spec = problem
    self.dataset = dataset
    self.sizes = sizes
    self.contenders = contenders
    let isFullBatch = problem.budget.batchSize.updatesPerEpoch(examples: sizes?.training ?? 1) == 1
    dependsOnSeed =
      problem.model.startsAtRandom || !isFullBatch || (sizes?.validation ?? 0) > 0
      || (sizes?.test ?? 0) > 0
    seeds = dependsOnSeed ? spec.seeds : Array(spec.seeds.prefix(1))
  }

  /// A problem on `dataset`, once they fit together.
  private init(
    _ problem: ProblemSpec, of spec: ExperimentSpec, index: Int, dataset: Dataset,
    contenders: [Contender]
  ) throws(InputError) {
    let source = spec.source
    let sizes = problem.split.sizes(of: dataset.target)
    // A share that is asked for but comes to no row would leave its figures out in silence.
    let parts = [
      ("training", sizes.training, 1.0), ("validation", sizes.validation, problem.split.validation),
      ("test", sizes.test, problem.split.test),
    ]
    if let (part, _, _) = parts.first(where: { $0.1 == 0 && $0.2 > 0 }) {
      throw InputError([
        source.diagnostic(
          at: ["problems", .index(index), "split"],
          message: "the split leaves no \(part) rows of the \(dataset.exampleCount) in "
            + dataset.name.quoted,
          help: part == "training"
            ? "lower 'test' or 'validation'" : "raise '\(part)', or set it to 0 to do without")
      ])
    }
    let misfits = Misfit.all(
      of: problem.model, standardizeTarget: problem.standardizeTarget, TargetKind(dataset.target))
    guard misfits.isEmpty else {
      throw InputError(
        misfits.map { misfit in
          source.diagnostic(
            at: ["problems", .index(index), .key(misfit.key)], message: misfit.message,
            help: misfit.help)
        })
    }
    if problem.standardize == .train, dataset.features.sparse != nil {
      throw InputError([
        source.diagnostic(
          at: ["problems", .index(index), "standardize"],
          message: "the features of \(dataset.name.quoted) are sparse and cannot be standardized",
          help: "centring would fill their zeros; leave 'standardize' out")
      ])
    }
    if sizes.validation == 0, problem.budget.stop?.watch == .validation {
      throw InputError([
        source.diagnostic(
          at: ["problems", .index(index), "stop"],
          message: "early stopping watches the validation loss, but the split leaves no "
            + "validation rows",
          help: "raise 'validation' in 'split', or watch 'train_loss'")
      ])
    }
    self.init(
      problem, seedsOf: spec, dataset: dataset, sizes: sizes, contenders: contenders)
  }
}

extension SpecSource {
  /// A fault of a data file under a name that leads to the file from where the spec was named; one of
  /// a file as a whole also says which line asked for it. One of an address as such is the spec's own.
  fileprivate func diagnostic(
    ofData fault: Diagnostic, _ dataset: DatasetSource?, problem index: Int
  ) -> Diagnostic {
    var fault = fault
    if fault.key == "url" {
      return diagnostic(
        at: path(ofData: fault, dataset, problem: index), message: fault.message, help: fault.help)
    }
    if fault.place == nil, fault.file != displayPath {
      let place = place(of: path(ofData: fault, dataset, problem: index))
      fault.notes.append("asked for at \(displayPath):\(place.line):\(place.column)")
    }
    guard let files = dataset?.files, let cut = displayPath.lastIndex(of: "/"),
      files.contains(where: { file in
        guard case .path = file.origin else { return false }
        return fault.file == file.displayName && !file.displayName.hasPrefix("/")
      })
    else { return fault }
    fault.file = displayPath[...cut] + fault.file
    return fault
  }

  /// Where a problem names the file of a fault: at the key that the fault is about, if it has one.
  private func path(
    ofData fault: Diagnostic, _ dataset: DatasetSource?, problem index: Int
  ) -> [JSONStep] {
    var path: [JSONStep] = ["problems", .index(index), "dataset"]
    path += (dataset?.keys(ofFile: fault.file) ?? []).map { .key($0) }
    for key in [fault.key, "path", "url"] {
      if let key, hasValue(at: path + [.key(key)]) { return path + [.key(key)] }
    }
    return path
  }
}
