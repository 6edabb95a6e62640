import Analysis
import Kernels

/// How a target of a problem is spoken of.
struct GoalWords {
  /// What is reached: "99 % of the way to the optimum", "a training loss of 0.05".
  let noun: String
  /// To follow the name of one optimizer: "comes 99 % of the way to the optimum".
  let singular: String
  /// To follow several.
  let plural: String
  /// To follow "no run": "came 99 % of the way to the optimum".
  let past: String
  /// In a table cell: "99 %", "0.05".
  let short: String

  init(_ goal: Goal, of problem: ProblemComparison) {
    switch goal {
    case .share(let share):
      short = "\(NumberText.short(100 * share, digits: 4)) %"
      noun = "\(short) of the way to \(problem.referencePhrase)"
      (singular, plural, past) = ("comes \(noun)", "come \(noun)", "came \(noun)")
    case .loss(let loss):
      short = NumberText.exact(loss).replacing("-", with: "−")
      noun = "a training loss of \(short)"
      (singular, plural, past) = ("reaches \(noun)", "reach \(noun)", "reached \(noun)")
    }
  }
}

extension ProblemComparison {
  /// The words for a target, by its position.
  func words(_ target: Int) -> GoalWords { GoalWords(targets[target].goal, of: self) }

  /// What automatic targets lie on the way to.
  fileprivate var referencePhrase: String {
    switch reference.kind {
    case .optimum: "the optimum"
    case .loss(let loss):
      "a training loss of \(NumberText.exact(loss).replacing("-", with: "−"))"
    case .contender(let contender): "where \(contenders[contender].name) ends"
    }
  }

  /// With how many of the seeds a target is missing, as a sentence with a space before it.
  func exceptions(_ target: Int) -> String {
    let missing = targets[target].missingSeeds
    guard missing > 0 else { return "" }
    let count = targets[target].seedCount
    let seeds = count == 1 ? "With the one seed" : "With \(missing) of \(count) seeds"
    return
      " \(seeds) the reference is not below the start: there is no target, and they are left out."
  }
}
