import ArgumentParser

/// One of several shares, as `3/40`.
struct Part: ExpressibleByArgument, Hashable {
  /// Which one, from 1.
  let number: Int
  /// Of how many.
  let count: Int

  init?(argument: String) {
    let numbers = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let count = numbers[1], number >= 1,
      number <= count, count <= Self.most
    else { return nil }
    self.number = number
    self.count = count
  }

  /// The most shares that a plan is dealt into.
  static let most = 1_000_000
}
