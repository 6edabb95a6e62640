import TestSupport

@testable import Tuning

/// A search that Optuna made, trial by trial.
struct RecordedSearch: CustomStringConvertible {
  var name: String
  var seed: UInt32
  var startTrials: Int
  var keys: [SearchKey] = []
  /// For each trial the value that was told and the settings that were asked for.
  var trials: [(value: Double, point: [Double])] = []

  var description: String { "\(name), seed \(seed), \(startTrials) at random" }

  /// The searches in a file that `optuna_trials.py` wrote.
  static func all(_ file: String) throws -> [RecordedSearch] {
    var searches: [RecordedSearch] = []
    for row in try References().rows(file, separator: " ") {
      switch row[0] {
      case "search":
        searches.append(
          RecordedSearch(name: row[1], seed: UInt32(row[2]) ?? 0, startTrials: Int(row[3]) ?? 0))
      case "key":
        let range = SearchRange(
          low: Double(row[2]) ?? .nan, high: Double(row[3]) ?? .nan,
          scale: row[4] == "log" ? .log : .linear, isInteger: row[5] == "int")
        let count = searches[searches.count - 1].keys.count
        searches[searches.count - 1].keys.append(
          SearchKey(name: row[1], range: range, dimension: count))
      default:
        let numbers = row.map { Double($0) ?? .nan }
        searches[searches.count - 1].trials.append((numbers[0], Array(numbers[1...])))
      }
    }
    return searches
  }
}
