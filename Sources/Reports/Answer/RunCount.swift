/// How many of some runs, in words: "all 20 runs", "both runs", "the one run", "3 of 20 runs".
struct RunCount: CustomStringConvertible {
  let description: String

  init(_ count: Int, of all: Int) {
    description =
      count < all
      ? "\(count) of \(all) runs"
      : all == 1 ? "the one run" : all == 2 ? "both runs" : "all \(all) runs"
  }
}
