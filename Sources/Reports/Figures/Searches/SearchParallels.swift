import Diagnostics
import Experiments
import Kernels
import Plotting
import SpecLanguage
import Tuning

/// Every trial of one optimizer as a curve across its hyperparameters: a figure an optimizer.
struct SearchParallels: SearchFigure {
  static func asked(of keys: Keys) -> SearchParallels? { SearchParallels() }

  var need: String { "'tuning', and a trial that did not diverge" }

  func drafts(_ problem: TunedProblem) -> [FigureDraft] {
    problem.subjects.filter { $0.best != nil }.map { subject in
      let trials = subject.trials
      let own = problem.with([subject])
      let content = ParallelCoordinates(
        axes: subject.keys.map(\.axis) + [own.valueAxis],
        trials: trials.map { $0.point + [own.window.place($0.value)] })
      return own.draft(
        "trials", [content], optimizer: subject.name, legend: .none, narrow: nil,
        subject: "Trials",
        findings: [PictureWords.Finding(parts: ["The best is \(subject.bestWords)"])],
        explanation:
          "Each of \(counted(trials.count, "trial")) is a curve through its settings that ends at its value, which "
          + "gives the colour; better ones lie over worse. \(problem.valueWords)\(problem.studiesWords) "
          + own.outcastWords(("ends", "end"), "before the last axis, in the faintest colour"),
        table: table(problem, subject))
    }
  }

  private func table(_ problem: TunedProblem, _ subject: TunedSubject) -> CSVText {
    var table = CSVText(header: ["problem", "optimizer"] + subject.keys.map(\.name) + ["value"])
    for trial in subject.trials {
      table.append(problem.name)
      table.append(subject.name)
      for number in trial.point + [trial.value] { table.append(number) }
      table.endRow()
    }
    return table
  }
}
