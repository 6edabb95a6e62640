/// The points of a long curve that are committed beside its figure: all of a short one, else those of the first
/// epochs and then every few, so that a repository does not grow by what `data/curves.csv` and the runs have.
struct ThinnedRows {
  /// The most points of a curve that is committed whole.
  static let most = 400
  private static let (start, later) = (50, 200)

  /// The places of the points, rising, the first and the last among them.
  let indices: [Int]

  /// The points of a curve of `count`.
  init(of count: Int) {
    guard count > Self.most else {
      indices = Array(0..<count)
      return
    }
    let step = (count - 1) / Self.later + 1
    indices = (0..<count).filter { $0 <= Self.start || $0 % step == 0 || $0 == count - 1 }
  }
}
