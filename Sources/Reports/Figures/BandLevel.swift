import Kernels
import SpecLanguage

/// The level of the bands and intervals of a figure.
enum BandLevel {
  /// The levels that can be asked for.
  private static let domain = NumberDomain(
    lower: 0, lowerOpen: true, upper: 1, upperOpen: true)
  /// That of intervals of which nothing is said.
  static let usual = 0.95

  /// Asks for the level; nil where nothing is said.
  ///
  /// - Parameter meaning: what it is the level of.
  static func asked(of keys: Keys, _ meaning: String) -> Double? {
    keys.optional("level", .number(domain), meaning)
  }

  /// "95 %", "99.9 %".
  static func words(_ level: Double) -> String { "\(NumberText.short(100 * level, digits: 6)) %" }
}
