/// A place on a profile where its share changes, or where the profile begins or ends.
public struct ShareStep: Hashable, Sendable {
  /// The abscissa: an epoch, a factor.
  public var place: Double
  /// How many runs have arrived there.
  public var count: Int

  /// A place with the number of runs that have arrived there.
  public init(place: Double, count: Int) {
    self.place = place
    self.count = count
  }
}
