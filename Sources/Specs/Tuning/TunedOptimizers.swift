import Diagnostics
import Kernels
import Optimizers
import Plotting
import SpecLanguage
import Training
import Tuning

/// The tuned forms of a spec's optimizers: what each is searched for, and whether that makes sense.
struct TunedOptimizers {
  private let fields: TuningFields
  private let optimizers: [OptimizerSpec]
  private let decoding: Decoding
  /// The names of all keys that something is searched for, by their dimension.
  private let dimensions: [String]

  init(_ fields: TuningFields, of optimizers: [OptimizerSpec], _ decoding: Decoding) {
    self.fields = fields
    self.optimizers = optimizers
    self.decoding = decoding
    var known: Set<String> = []
    dimensions = (fields.space + optimizers.flatMap { $0.ownSpace ?? [] }).map(\.name)
      .filter { known.insert($0).inserted }
  }

  /// The optimizers and after them the tuned forms of those that have something to tune; nil, with the faults
  /// noted, where something is wrong.
  ///
  /// - Parameter place: where faults of the tuning as a whole belong.
  func all(at place: Range<Int>) -> [OptimizerSpec]? {
    var tuned: [OptimizerSpec] = []
    var isSound = checkKeys()
    for (position, optimizer) in optimizers.enumerated() {
      let entries = entries(of: optimizer)
      guard !entries.isEmpty else { continue }
      guard entries.map({ check($0, optimizer) }).allSatisfy(\.self),
        checkTogether(entries, optimizer)
      else {
        isSound = false
        continue
      }
      let name = TunedOptimizer.name(of: optimizer.name)
      guard !(optimizers + tuned).contains(where: { $0.name == name }) else {
        decoding.fault(
          at: place, "two optimizers would be named \(name.quoted)",
          "the tuned form of \(optimizer.name.quoted) gets that name: rename the other one")
        isSound = false
        continue
      }
      decoding.claim(name, for: "optimizer", at: place)
      let space = SearchSpace(
        entries.map {
          SearchKey(
            name: $0.name, range: $0.range, dimension: dimensions.firstIndex(of: $0.name) ?? 0)
        })
      isSound = checkCount(of: space, optimizer, at: place) && isSound
      tuned.append(
        OptimizerSpec(
          name: name, configuration: optimizer.configuration,
          tuned: TunedOptimizer(base: position, space: space), look: optimizer.look.ofTunedForm))
    }
    if isSound, tuned.isEmpty {
      decoding.fault(
        at: place, "there is nothing to tune",
        "give a 'space' with ranges, here or in an optimizer, such as "
          + #""space": { "learning_rate": { "low": 1e-4, "high": 1, "scale": "log" } }"#)
      return nil
    }
    return isSound ? optimizers + tuned : nil
  }

  /// What is searched for in an optimizer: of the common space what it has, with its own in the place of what
  /// has the same name and after it.
  private func entries(of optimizer: OptimizerSpec) -> [SpaceEntry] {
    guard let own = optimizer.ownSpace else {
      return fields.space.filter { optimizer.hasNumber($0.name) }
    }
    if own.isEmpty { return [] }
    let common = fields.space.filter { optimizer.hasNumber($0.name) }
    let replaced = common.map { entry in own.first { $0.name == entry.name } ?? entry }
    return replaced + own.filter { entry in !common.contains { $0.name == entry.name } }
  }

  /// Whether every key of the common space is one that some optimizer has.
  private func checkKeys() -> Bool {
    var isSound = true
    for entry in fields.space where !optimizers.contains(where: { $0.hasNumber(entry.name) }) {
      decoding.fault(
        at: entry.place, "no optimizer of this spec has \(entry.name.quoted)",
        Spelling.help(for: entry.name, among: numbers(of: optimizers)))
      isSound = false
    }
    return isSound
  }

  private func numbers(of optimizers: [OptimizerSpec]) -> [String] {
    var known: Set<String> = []
    return optimizers.flatMap(\.numbers).filter { known.insert($0).inserted }
  }

  /// Whether an optimizer has the key and may have every value of the range.
  private func check(_ entry: SpaceEntry, _ optimizer: OptimizerSpec) -> Bool {
    guard let domain = optimizer.domain(of: entry.name) else {
      decoding.fault(
        at: entry.place, "optimizer \(optimizer.name.quoted) has no \(entry.name.quoted)",
        Spelling.help(for: entry.name, among: optimizer.numbers))
      return false
    }
    if case .integer = domain, !entry.range.isInteger {
      decoding.fault(
        at: entry.rangePlace, "\(entry.name.quoted) is a whole number",
        "add \"integer\": true to its range")
      return false
    }
    for end in [entry.range.low, entry.range.high] where !domain.contains(.number(end)) {
      decoding.fault(
        at: entry.rangePlace,
        "\(entry.name.quoted) of \(optimizer.name.quoted) cannot be \(NumberText.exact(end))",
        "expected \(domain.shape.expectation)")
      return false
    }
    let isSwept = optimizer.swept?.settings.contains { $0.key == entry.name } ?? false
    if isSwept {
      decoding.fault(
        at: entry.place, "\(entry.name.quoted) is both swept and tuned",
        "take it out of 'sweep' or out of 'space'")
    }
    return !isSwept
  }

  /// Whether the settings go together, with all least and all greatest values.
  private func checkTogether(_ entries: [SpaceEntry], _ optimizer: OptimizerSpec) -> Bool {
    for end in [\SearchRange.low, \SearchRange.high] {
      let values = Dictionary(
        entries.map { ($0.name, $0.range[keyPath: end]) }, uniquingKeysWith: { first, _ in first })
      do throws(HyperparameterConflict) {
        _ = try optimizer.configuration.setting(values)
      } catch {
        let entry = entries.first { $0.name == error.name } ?? entries[0]
        decoding.fault(
          at: entry.rangePlace, "\(optimizer.name.quoted) cannot try this: \(error.message)",
          error.help)
        return false
      }
    }
    return true
  }

  private func checkCount(
    of space: SearchSpace, _ optimizer: OptimizerSpec, at place: Range<Int>
  ) -> Bool {
    let (count, trials) = (
      fields.spec.sampler.trialCount(in: space, trials: fields.spec.trials), fields.spec.trials
    )
    if fields.spec.sampler.kind.name == SamplerKind.grid.name, count == 1 {
      let least = space.keys.count < 60 ? grouped(1 << space.keys.count) : "more than 10^18"
      decoding.fault(
        at: place,
        "a grid of \(counted(trials, "trial")) has one value for each key of \(optimizer.name.quoted)",
        "two values for each take \(least) trials: raise 'trials', or tune fewer keys")
      return false
    }
    guard count > trials else { return true }
    let points = count == .max ? "more than 10^18" : grouped(count)
    decoding.fault(
      at: place,
      "the grid for \(optimizer.name.quoted) has \(points) points, but there are "
        + "\(grouped(trials)) trials",
      "lower 'points', leave it out so that the grid fits, or raise 'trials'")
    return false
  }
}

extension SeriesLook {
  /// The same hue and place, but another line.
  fileprivate var ofTunedForm: SeriesLook {
    var look = self
    (look.dash, look.marker) = (nil, nil)
    look.label = label.map(TunedOptimizer.name)
    return look
  }
}

extension OptimizerSpec {
  /// The names of its numbers that can be tuned.
  var numbers: [String] {
    hyperparameters.filter { $0.domain.isNumeric }.map(\.name)
      + BudgetKey.allCases.map(\.rawValue)
  }

  fileprivate func hasNumber(_ name: String) -> Bool { numbers.contains(name) }

  /// What a number that can be tuned may be; nil for none of that name.
  fileprivate func domain(of name: String) -> HyperparameterDomain? {
    if BudgetKey(rawValue: name) != nil {
      return .integer(lower: 1, upper: Budget.mostEpochs)
    }
    return hyperparameters.first { $0.name == name && $0.domain.isNumeric }?.domain
  }

  private var hyperparameters: [Hyperparameter] {
    configuration.kind.hyperparameters(variant: configuration.variant)
  }
}

extension Keys {
  /// The optimizers of a spec with their tuned forms; nil, with the faults noted, where something is wrong.
  func tuned(_ optimizers: [OptimizerSpec], _ tuning: TuningFields?) -> [OptimizerSpec]? {
    guard let subject else { return nil }
    let optimizers = optimizers.marked(by: subject.decoding[SweptOptimizers.self])
    guard let tuning else {
      let own = optimizers.first { !($0.ownSpace ?? []).isEmpty }
      if let entry = own?.ownSpace?.first, subject.members["tuning"] == nil {
        subject.decoding.fault(
          at: entry.place, "a 'space' says nothing without 'tuning'",
          "add \"tuning\": { \"sampler\": \"halton\", \"trials\": 20 } to the spec, or remove it")
        return nil
      }
      return optimizers
    }
    return TunedOptimizers(tuning, of: optimizers, subject.decoding).all(at: range(of: "tuning"))
  }

  /// Whether settings are tried on other repetitions than those they are judged on; else a fault.
  func checkSeeds(
    of tuning: TuningSpec, _ seeds: SeedRange, _ generator: RandomGenerator
  ) -> Bool {
    guard let subject, let member = subject.members["tuning"]?.value["seeds"] else {
      return subject == nil || checkFresh(tuning, seeds, at: range(of: "tuning"))
    }
    guard tuning.seeds == .shared else { return checkFresh(tuning, seeds, at: member.headRange) }
    guard generator == .numpyLegacy, seeds.count == 1 else {
      subject.decoding.fault(
        at: member.headRange, "'seeds' is \"shared\", but this is no script that seeds once",
        "it needs \"rng\": \"numpy_legacy\" and one seed; else give a number of fresh seeds")
      return false
    }
    return true
  }

  private func checkFresh(_ tuning: TuningSpec, _ seeds: SeedRange, at place: Range<Int>) -> Bool {
    guard case .fresh(let fresh) = tuning.seeds else { return true }
    let judged = Set(seeds.values)
    guard let common = fresh.first(where: judged.contains) else { return true }
    subject?.decoding.fault(
      at: place, "seed \(common) is for tuning and for the results",
      "what is chosen on a seed looks better there than it is: take other seeds for tuning")
    return false
  }
}
