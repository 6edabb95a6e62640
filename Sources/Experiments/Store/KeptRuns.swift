import Files

/// Where runs lie in the segments of a store, by the digest of what they depend on.
///
/// Of a million runs there is one entry each, so these are small and lie one after another.
struct KeptRuns {
  /// Where a run lies.
  struct Location {
    /// The digest at its end, which tells its result.
    var result: Digest
    var offset: Int
    /// The position of the segment's name.
    var segment: Int32
    var size: UInt32
  }

  /// The names of the segments.
  private(set) var segments: [String] = []
  /// The position of each of them.
  private var segmentPlaces: [String: Int32] = [:]
  private var locations: [Location] = []
  /// Of each run the place in `locations` of what was written last.
  private var places: [Digest: Int32] = [:]
  /// What was written before that, the latest last; of few runs.
  private var earlier: [Digest: [Location]] = [:]

  /// How many runs there are.
  var count: Int { places.count }

  /// The runs, in their own order.
  var digests: [Digest] { places.keys.sorted() }

  /// Whether there is a run.
  func holds(_ digest: Digest) -> Bool { places[digest] != nil }

  /// Where a run lies: of several places the last first, since what is corrupt was made again after it.
  func places(of digest: Digest) -> [(segment: String, location: Location)] {
    guard let last = places[digest] else { return [] }
    return ([locations[Int(last)]] + (earlier[digest] ?? []).reversed()).map {
      (segments[Int($0.segment)], $0)
    }
  }

  /// Makes room for more runs.
  mutating func reserve(_ count: Int) {
    locations.reserveCapacity(locations.count + count)
    places.reserveCapacity(places.count + count)
  }

  /// Takes a run of a segment.
  ///
  /// - Returns: the segment that holds another result of the same run; nil for none.
  @discardableResult
  mutating func add(_ entry: SegmentIndex.Entry, in segment: String) -> String? {
    let location = Location(
      result: entry.digest, offset: entry.offset, segment: place(of: segment),
      size: UInt32(entry.size))
    guard let place = places[entry.key] else {
      places[entry.key] = Int32(locations.count)
      locations.append(location)
      return nil
    }
    let known = locations[Int(place)]
    locations[Int(place)] = location
    earlier[entry.key, default: []].append(known)
    return known.result == location.result ? nil : segments[Int(known.segment)]
  }

  /// The position of a segment, which need not be known.
  private mutating func place(of segment: String) -> Int32 {
    // Most come one after another.
    if segments.last == segment { return Int32(segments.count - 1) }
    if let known = segmentPlaces[segment] { return known }
    segments.append(segment)
    segmentPlaces[segment] = Int32(segments.count - 1)
    return Int32(segments.count - 1)
  }

  /// Where a run lies in the order of segments and within them; nil where it is not there.
  func position(of digest: Digest) -> (segment: Int32, offset: Int)? {
    places[digest].map { (locations[Int($0)].segment, locations[Int($0)].offset) }
  }

  /// Forgets a run.
  mutating func remove(_ digest: Digest) {
    places[digest] = nil
    earlier[digest] = nil
  }
}

extension KeptRuns.Location {
  /// Where it ends in its segment.
  var end: Int { offset + Int(size) }

  /// The run that lies there; nil where it is torn, corrupt or another one.
  func run(of digest: Digest, in file: borrowing ReadableParts) -> StoredRun? {
    SegmentIndex.Entry(key: digest, offset: offset, size: Int(size), digest: result)
      .run(in: file)
  }
}
