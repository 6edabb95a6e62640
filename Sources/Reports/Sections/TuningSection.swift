import Analysis
import Diagnostics
import Experiments
import Kernels
import Specs
import Tuning

extension ReportSection {
  /// What searches were asked for, and what they cost and found; nothing without any.
  static let tuning = ReportSection("tuning") { composer in
    guard let text = TuningWords(composer.comparison.plan)?.blocks else { return [] }
    return [.heading(level: 2, ["Tuning"])] + text
      + composer.comparison.problems.indices.flatMap {
        composer.table(TuningTable(), problem: $0) + composer.searchFigures(problem: $0)
      }
  }
}

/// How settings were searched for, in words.
struct TuningWords {
  private let plan: Plan
  private let tuning: TuningSpec

  /// Nil where nothing was searched for.
  init?(_ plan: Plan) {
    guard let tuning = plan.spec.tuning else { return nil }
    self.plan = plan
    self.tuning = tuning
  }

  var blocks: [Block] {
    let sentences = [effort, sharedPoints, spaceSizes, studies, startUp, judged, sharedRows]
      .compactMap { $0 }
    return [
      .paragraph([.text(sentences.joined(separator: " "))]),
      .list((ranges + [untuned].compactMap { $0 }).map { [.text($0)] }),
      .paragraph(["Every trial: ", .link([.code("data/trials.csv")], to: "data/trials.csv"), "."]),
    ]
  }

  private var effort: String {
    let counts = Set(plan.searches.map(plan.trialCount))
    let each =
      counts.count == 1 ? "\(counts.first ?? 0)" : "at most \(tuning.trials) trials"
    let what =
      counts.count == 1
      ? "Every tuned optimizer gets the same number of trials on each problem: "
      : "A grid has as many points as it can with the trials of every search: "
    let kind = tuning.sampler.kind
    return "\(what)\(each), chosen by \(kind.name) (\(kind.summary))."
  }

  /// That luck is shared: a random or quasi-random sampler has a stream of its own for each hyperparameter, not for
  /// each optimizer.
  private var sharedPoints: String? {
    let spaces = plan.spec.optimizers.compactMap { $0.tuned?.space.keys.map(\.name) }
    let isBlind = [SamplerKind.random.name, SamplerKind.halton.name]
      .contains(tuning.sampler.kind.name)
    let isShared = spaces.indices.contains { place in
      spaces[(place + 1)...].contains { !Set($0).isDisjoint(with: spaces[place]) }
    }
    guard isBlind, isShared else { return nil }
    return
      "A hyperparameter that several optimizers are tuned over takes the same places of its range with each of "
      + "them, so that none is luckier."
  }

  /// That the same number of trials goes less far where more is searched for.
  private var spaceSizes: String? {
    let sizes = plan.spec.optimizers.compactMap { $0.tuned?.space.keys.count }
    guard let least = sizes.min(), let most = sizes.max(), least < most else { return nil }
    return
      "They are tuned over \(least) to \(most) hyperparameters, and the more there are the less densely the "
      + "trials lie."
  }

  private var studies: String? {
    guard tuning.studies > 1 else { return nil }
    let place =
      switch tuning.studies {
      case 2: "worse"
      case let count where count.isMultiple(of: 2): "the worse of the two in the middle"
      default: "in the middle"
      }
    return
      "There are \(tuning.studies) such studies of each, and the results are those of the one whose median "
      + "on the seeds of the results is \(place)."
  }

  /// That a search never left its start-up.
  private var startUp: String? {
    guard let random = tuning.sampler.randomTrials, tuning.trials <= random else { return nil }
    return
      "TPE draws its first \(random) trials at random before it looks at any value, so these searches of "
      + "\(counted(tuning.trials, "trial")) never used TPE."
  }

  private var judged: String {
    switch tuning.seeds {
    case .fresh(let fresh):
      guard plan.problems.contains(where: \.dependsOnSeed) else {
        return "Nothing here depends on the seed, so each trial is one run."
      }
      return
        "A trial counts by \(fresh.count == 1 ? "its value with" : "the median over") "
        + "\(counted(fresh.count, "seed")) of its own; the results, and what is tested of them, are from other seeds."
        + (showsBasins
          ? " Basins of good learning rates, and claims about them, are of the seeds of the trials."
          : "")
    case .shared:
      return
        "Settings are chosen on the split that the results are from, as in the script that this replays: "
        + "its validation loss looks better than it is."
    }
  }

  /// Whether the report shows basins, which are what searches found.
  private var showsBasins: Bool {
    (plan.spec.report.cells ?? []).contains { cell in
      switch cell {
      case let cell as TableCell: cell.content is BasinTable
      case let cell as ClaimCell: cell.claim.quantity.isOfSearch
      default: false
      }
    }
  }

  /// That rows which are tested on were seen in tuning.
  private var sharedRows: String? {
    guard case .fresh = tuning.seeds, plan.problems.contains(where: { ($0.sizes?.test ?? 0) > 0 })
    else { return nil }
    return
      "Each seed splits the same rows anew, so rows that results are tested on took part in tuning under "
      + "another seed."
  }

  private var untuned: String? {
    let rest = plan.untunedNames
    return rest.isEmpty ? nil : "Not tuned: \(rest.joined(separator: ", "))."
  }

  /// What is searched for, those who share their ranges together.
  private var ranges: [String] {
    var groups: [(names: [String], space: [SearchKey])] = []
    for optimizer in plan.spec.optimizers {
      guard let keys = optimizer.tuned?.space.keys else { continue }
      if let same = groups.firstIndex(where: { $0.space == keys }) {
        groups[same].names.append(optimizer.name)
      } else {
        groups.append(([optimizer.name], keys))
      }
    }
    return groups.map { names, keys in
      "\(names.joined(separator: ", ")): \(keys.map(range).joined(separator: "; "))."
    }
  }

  private func range(_ key: SearchKey) -> String {
    let ends = "\(NumberText.exact(key.range.low)) to \(NumberText.exact(key.range.high))"
    let scale = key.range.scale == .log ? ", logarithmic" : ""
    return "\(key.name) \(ends)\(scale)\(key.range.isInteger ? ", whole" : "")"
  }
}
