import Diagnostics
import Experiments

extension ClusterRun {
  /// Submits some units, or says that it will be tried again: who has waited for hours can wait for the controller,
  /// and where Slurm takes no more tasks, until some of those are over that it has.
  func submitPatiently(
    _ units: [Int], of work: MissingWork, _ attempts: inout Attempts, othersGoOn: Bool
  ) throws(InputError) {
    do throws(SubmissionFault) {
      attempts.submitted(units, try submit(units, of: work))
      attempts.isRefused = false
    } catch {
      let isPassing =
        switch error {
        case .tooMany: othersGoOn
        case .unanswered: attempts.isBegun
        case .refused: false
        }
      guard isPassing else { throw error.error }
      if !attempts.isRefused { say("\(error.words); tried again") }
      attempts.isRefused = true
    }
  }

  /// Submits some units in as many shares as are asked for; where nobody asked, in as many as the site allows.
  func submit(_ units: [Int], of work: MissingWork) throws(SubmissionFault) -> Submission {
    let costs = WorkCosts(plan)
    let own = units.map { costs[work.units[$0]] }
    var count = min(request.taskCount ?? ShareSize.count(for: own), units.count)
    while true {
      do throws(SubmissionFault) {
        return try submit(units, own, count: count, of: work)
      } catch {
        guard case .tooMany(_, let most) = error, request.taskCount == nil, count > 1 else {
          throw error
        }
        let fewer = max(1, min(most ?? count / 2, count - 1))
        say(
          "\(counted(count, "task")) are too many here (\(error.words)); \(counted(fewer, "task")) instead, "
            + "each with more to do")
        count = fewer
      }
    }
  }

  /// Deals some units into shares of like costs and submits them.
  private func submit(
    _ units: [Int], _ costs: [Double], count: Int, of work: MissingWork
  ) throws(SubmissionFault) -> Submission {
    let deal = Deal(costs, count: count)
    let shares = deal.shares.map { $0.map { units[$0] } }
    let submission = try Submission.make(
      shares, of: plan, in: place, command: request.command, atOnce: request.atOnce,
      options: request.options)
    let runs = units.map { plan.runCount(of: work.units[$0]) }.reduce(0, +)
    say(
      "submitted job \(submission.jobID): \(counted(shares.count, "task")) for up to \(counted(runs, "run"))"
    )
    return submission
  }
}
