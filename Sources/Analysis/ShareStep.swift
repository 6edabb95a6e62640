/// A place on a profile where its share changes, or where the profile begins or ends.
package struct ShareStep: Equatable {
  /// The abscissa: an epoch, a factor.
  package var place: Double
  /// How many runs have arrived there.
  package var count: Int

  /// A place with the number of runs that have arrived there.
  package init(place: Double, count: Int) {
    self.place = place
    self.count = count
  }
}
