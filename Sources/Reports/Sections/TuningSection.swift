import Analysis
import Diagnostics
import Experiments
import Kernels
import SpecLanguage
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
  let plan: Plan
  let tuning: TuningSpec

  init?(_ plan: Plan) {
    guard let tuning = plan.spec.tuning else { return nil }
    self.plan = plan
    self.tuning = tuning
  }

  var blocks: [Block] {
    let isFresh = tuning.seeds != .shared
    let judged =
      isFresh
      ? "Settings are chosen on seeds of their own; the results, and every test, are from fresh seeds."
      : "Settings are chosen on the split that the results are from, as in the script that this replays: "
        + "its figures look better than they are."
    let studies =
      tuning.studies == 1
      ? "" : " of \(tuning.studies) studies each, of which the row shows the one in the middle,"
    let effort =
      "Every tuned optimizer gets the same effort:\(studies) \(counted(tuning.trials, "trial")) at most, chosen by \(sampler)."
    var blocks: [Block] = [
      .paragraph([.text("\(effort) \(judged)\(startUp)\(untuned)")])
    ]
    blocks.append(
      .list(
        plan.spec.optimizers.compactMap { optimizer in
          optimizer.tuned.map { tuned -> [Inline] in
            [.text("\(optimizer.name): \(tuned.space.keys.map(range).joined(separator: "; ")).")]
          }
        }))
    blocks.append(
      .paragraph(["Every trial: ", .link([.code("data/trials.csv")], to: "data/trials.csv"), "."]))
    return blocks
  }

  private var sampler: String { "\(tuning.sampler.kind.name) (\(tuning.sampler.kind.summary))" }

  /// That a search never left its start-up.
  private var startUp: String {
    guard let random = tuning.sampler.randomTrials, tuning.trials <= random else { return "" }
    return
      " The first \(random) trials are drawn at random before TPE looks at any value, so these searches of "
      + "\(counted(tuning.trials, "trial")) never used TPE."
  }

  private var untuned: String {
    let tuned = Set(plan.spec.optimizers.compactMap { $0.tuned?.base })
    let rest = plan.spec.optimizers.enumerated().filter {
      $1.tuned == nil && !tuned.contains($0)
    }.map(\.element.name)
    return rest.isEmpty ? "" : " Not tuned: \(rest.joined(separator: ", "))."
  }

  private func range(_ key: SearchKey) -> String {
    let ends = "\(NumberText.exact(key.range.low)) to \(NumberText.exact(key.range.high))"
    let scale = key.range.scale == .log ? ", logarithmic" : ""
    return "\(key.name) \(ends)\(scale)\(key.range.isInteger ? ", whole" : "")"
  }
}
