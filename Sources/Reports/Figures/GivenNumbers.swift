import Kernels
import Diagnostics
import SpecLanguage

extension Shape<Double?> {
  /// A number, or "failed" where there is none.
  static var outcome: Shape {
    .either(Shape<Double>.number().map { Optional($0) }, .choice([("failed", nil)]))
  }
}

/// Which of two objectives is the better one.
enum BetterEnd: String, Hashable, Sendable, CaseIterable {
  /// The lower one, as with losses.
  case lower
  /// The higher one, as with accuracies.
  case higher

  /// The better one of two numbers.
  func best(_ one: Double, _ other: Double) -> Double {
    self == .lower ? min(one, other) : max(one, other)
  }

  /// Asks which objective is the better one.
  static func asked(of keys: Keys) -> BetterEnd? {
    keys.optional(
      "better", .choice(), default: .text(lower.rawValue), "which objective is the better one")
  }
}

extension Keys {
  /// Whether a key is there.
  func has(_ key: String) -> Bool { subject?.members[key] != nil }

  /// Whether a list is as long as another one; notes a fault at the key of the first if not.
  func counts<Element, Other>(
    _ list: [Element], _ key: String, as other: [Other], _ otherKey: String
  ) -> Bool {
    if list.count == other.count { return true }
    fault(
      at: key, "'\(key)' has length \(list.count), but there are \(other.count) in '\(otherKey)'",
      "one is needed for each")
    return false
  }

  /// Whether each row is as long as another list; notes a fault at the first one that is not.
  func rowCounts<Element, Other>(
    _ rows: [[Element]], _ key: String, as other: [Other], _ otherKey: String
  ) -> Bool {
    guard let index = rows.firstIndex(where: { $0.count != other.count }) else { return true }
    fault(
      at: key, element: index,
      "row \(index + 1) of '\(key)' has length \(rows[index].count), but there are "
        + "\(other.count) in '\(otherKey)'", "one is needed for each")
    return false
  }

  /// Whether numbers have a place on a logarithmic scale; notes a fault if not.
  func areAboveZero(_ numbers: [Double], _ key: String) -> Bool {
    guard let least = numbers.min(), least <= 0 else { return true }
    fault(
      at: key, "a logarithmic scale cannot show \(NumberText.exact(least))",
      "give numbers above 0, or a linear scale")
    return false
  }

  /// Notes a fault at an element of the list under a key.
  func fault(at key: String, element: Int, _ message: String, _ help: String) {
    guard let member = subject?.members[key], case .list(let items) = member.value.content,
      items.indices.contains(element)
    else { return }
    subject?.decoding.fault(at: items[element].headRange, message, help)
  }
}
