import SpecLanguage

/// The seeds that a spec asks for, before they are written out.
package enum SeedRange: Hashable, Sendable {
  /// So many from `first` on.
  case consecutive(first: Int, count: Int)
  /// These, without repeats.
  case listed([Int])

  /// The most seeds, unless limits are lifted.
  package static let limit = 10_000

  private static let largest = Int(UInt32.max)

  /// How many there are.
  package var count: Int {
    switch self {
    case .consecutive(_, let count): count
    case .listed(let seeds): seeds.count
    }
  }

  /// The seeds in order.
  package var values: [UInt32] {
    switch self {
    case .consecutive(let first, let count):
      (first..<first + count).map { UInt32(truncatingIfNeeded: $0) }
    case .listed(let seeds): seeds.map { UInt32(truncatingIfNeeded: $0) }
    }
  }

  /// A count, a list, or an object with `first` and `count`.
  package static let shape = Shape<SeedRange>.either(
    Shape<Int>.whole(1...(largest + 1)).map { .consecutive(first: 0, count: $0) }, listed, object
  ).refined { seeds, value, _, decoding -> SeedRange? in
    if seeds.count > limit, !decoding.liftsLimits {
      decoding.fault(
        at: value.headRange, "\(grouped(seeds.count)) seeds",
        "the limit is \(grouped(limit)) seeds; --no-limits lifts it")
      return nil
    }
    return seeds
  }

  /// A list, or an object with `first` and `count`.
  package static let listedOrConsecutive = Shape<SeedRange>.either(listed, object)

  private static let listed = Shape<[Int]>.list(
    of: .whole(0...largest), "whole numbers from 0 to \(grouped(largest))"
  ).unique().map { SeedRange.listed($0) }

  private static let object = Shape<SeedRange>.object("seeds") { keys in
    let first = keys.optional("first", .whole(0...largest), default: 0, "first seed")
    let count = keys.required("count", .whole(1...(largest + 1)), "number of seeds")
    guard let first, let count else { return nil }
    guard first + count - 1 <= largest else {
      keys.fault(
        at: "count", "the last seed would be \(grouped(first + count - 1))",
        "seeds are at most \(grouped(largest))")
      return nil
    }
    return .consecutive(first: first, count: count)
  }
}
