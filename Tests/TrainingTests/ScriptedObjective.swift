import Kernels
import Models
import Synchronization

/// An objective whose losses are given: under plain gradient descent with rate 1 its only parameter
/// is the number of updates so far, and the losses are those listed for that number.
struct ScriptedObjective: Objective {
  /// What was asked of an objective and of all its copies.
  final class Journal: Sendable {
    private let entries = Mutex<[String]>([])

    var all: [String] { entries.withLock { $0 } }

    func note(_ entry: String) { entries.withLock { $0.append(entry) } }

    func count(_ entry: String) -> Int { all.count { $0 == entry } }
  }

  var trainingCount = 1
  let parameterCount = 1
  var layout: ParameterLayout { .single(count: parameterCount) }
  /// The training loss after 0, 1, 2, ... updates; the last one holds from there on.
  var training: [Double]
  /// The validation loss; empty where there are no validation rows.
  var validation: [Double] = []
  /// After how many updates the gradient is infinite.
  var brokenGradient: Int?
  let journal = Journal()

  func initialParameters(from stream: inout any RandomStream) -> [Double] { [0] }

  func lossAndGradient(
    at parameters: [Double], of batch: Batch, gradient: inout [Double]
  ) -> Double {
    switch batch {
    case .full: journal.note("full")
    case .examples(let rows): journal.note("batch \(Array(rows))")
    }
    gradient[0] = Double(brokenGradient ?? -1) == parameters[0] ? -.infinity : -1
    return loss(training, at: parameters) ?? 0
  }

  func evaluate(at parameters: [Double], on part: DataPart) -> Evaluation? {
    journal.note(part.rawValue)
    let losses =
      switch part {
      case .training: training
      case .validation: validation
      case .test: [Double]()
      }
    return loss(losses, at: parameters).map { Evaluation(loss: $0, metric: -$0) }
  }

  private func loss(_ losses: [Double], at parameters: [Double]) -> Double? {
    guard parameters[0] < Double(losses.count) else { return losses.last }
    return losses[Int(parameters[0])]
  }
}
