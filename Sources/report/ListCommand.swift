import ArgumentParser
import Datasets
import Models
import Optimizers
import Reports

/// Lists what a spec can name.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what a spec can name.",
    discussion: "'report list figures box_strip' tells every key of such a figure, with its values."
  )

  /// What can be listed.
  enum Topic: String, ExpressibleByArgument, CaseIterable {
    case datasets
    case models
    case optimizers
    case samplers
    case figures
    case tables
    case sections
  }

  @Argument(help: "One of datasets, models, optimizers, samplers, figures, tables, sections.")
  var topic: Topic

  @Argument(help: "One entry of the list, to read all that is known of it.")
  var name: String?

  func run() throws {
    let terminal = Terminal()
    let listing =
      switch topic {
      case .datasets: Listing.datasets
      case .models: Listing.models
      case .optimizers: Listing.optimizers
      case .samplers: Listing.samplers
      case .figures: Listing.figures
      case .tables: Listing.tables
      case .sections: Listing.sections
      }
    guard let name else {
      try terminal.show(listing.overview)
      return
    }
    guard let entry = listing.entry(named: name) else {
      throw ValidationError(listing.unknown(name))
    }
    try terminal.show(entry)
  }
}
