import Statistics

/// The bootstraps of the median for samples of every size that a comparison has.
///
/// Resamples depend on the size alone, so one bootstrap serves all quantities of that many seeds.
struct Bootstraps: Sendable {
  private let bySize: [Int: MedianBootstrap]

  /// Draws the resamples for samples of these sizes.
  init(sizes: some Sequence<Int>) {
    bySize = Dictionary(uniqueKeysWithValues: Set(sizes).map { ($0, MedianBootstrap(count: $0)) })
  }

  /// The bootstrap for samples of `size` values.
  subscript(size: Int) -> MedianBootstrap { bySize[size] ?? MedianBootstrap(count: size) }
}
