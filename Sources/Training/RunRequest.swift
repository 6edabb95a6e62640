import Datasets
import Files
import Kernels
import Models
import Optimizers

/// All that determines one run: a setup, and the repetition.
@dynamicMemberLookup
public struct RunRequest: Sendable {
  /// All but the repetition.
  public var setup: RunSetup { didSet { texts = RequestTexts(setup) } }
  /// The repetition.
  public var seed: UInt32
  /// What the runs of `setup` are called.
  private var texts: RequestTexts

  /// A run of a setup.
  public init(_ setup: RunSetup, seed: UInt32) {
    self.setup = setup
    self.seed = seed
    texts = RequestTexts(setup)
  }

  /// The same for another repetition, which costs next to nothing.
  public func with(seed: UInt32) -> RunRequest {
    var request = self
    request.seed = seed
    return request
  }

  /// A part of the setup.
  public subscript<Value>(dynamicMember part: WritableKeyPath<RunSetup, Value>) -> Value {
    get { setup[keyPath: part] }
    set { setup[keyPath: part] = newValue }
  }

  /// The request as one text, for equal requests the same: JSON with sorted keys, the shortest
  /// decimals and no white space.
  ///
  /// It holds the problem with its name, since streams derive from it, the digests of its data, the
  /// contender, the seed, and the revisions of all arithmetic. Names of optimizers, figures, targets,
  /// workers, paths, times and versions of tools are not in it: no result depends on them.
  public var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }

  /// The canonical text in UTF-8.
  public var canonicalBytes: [UInt8] { texts.bytes(seed: seed) }

  /// What names the run: the SHA-256 of the canonical text.
  public var key: Digest { texts.digest(seed: seed) }

  /// Performs the run.
  ///
  /// Split, initial parameters and batch order come from the seed and the problem alone, so that
  /// the runs of different optimizers are paired.
  public func run() -> RunRecord {
    var streams = RunStreams(generator: setup.generator, seed: seed, problem: setup.problem)
    let data = problemData(&streams)
    let objective = setup.model.makeObjective(data: data)
    for orders in setup.draws {
      _ = streams.initialParameters(of: objective)
      guard !setup.budget.batchSize.isFull(examples: objective.trainingCount) else { continue }
      for _ in 0..<orders { _ = streams.orderPermutation(objective.trainingCount) }
    }
    var trainer = Trainer(
      objective: objective, configuration: setup.optimizer, budget: setup.budget,
      streams: streams, keepsTrajectory: setup.model.isPlanar)
    return trainer.train()
  }
}
