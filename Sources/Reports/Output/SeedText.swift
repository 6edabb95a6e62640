/// How seeds are listed.
package enum SeedText {
  /// `0 to 19`, or one by one where they are no run of whole numbers.
  package static func text(_ seeds: [UInt32]) -> String {
    guard let first = seeds.first, let last = seeds.last, seeds.count > 1 else {
      return seeds.map(String.init).joined()
    }
    let isRun = zip(seeds, seeds.dropFirst()).allSatisfy { UInt64($0) + 1 == UInt64($1) }
    return isRun ? "\(first) to \(last)" : seeds.map(String.init).joined(separator: ", ")
  }
}
