import Files

/// Where runs lie in the segments of a store, by the digest of what they depend on.
struct KeptRuns {
  /// Where a run lies.
  struct Location {
    /// The position of the segment's name.
    var segment: Int
    var offset: Int
    var size: Int
    /// The digest at its end, which tells its result.
    var result: RunDigest
  }

  /// The names of the segments.
  private(set) var segments: [String] = []
  /// Of each run what was written last.
  private var locations: [RunDigest: Location] = [:]
  /// What was written before that, the latest last; of few runs.
  private var earlier: [RunDigest: [Location]] = [:]

  /// How many runs there are.
  var count: Int { locations.count }

  /// The runs, in their own order.
  var digests: [RunDigest] { locations.keys.sorted() }

  /// Whether there is a run.
  func holds(_ digest: RunDigest) -> Bool { locations[digest] != nil }

  /// Where a run lies: of several places the last first, since what is corrupt was made again after it.
  func places(of digest: RunDigest) -> [(segment: String, location: Location)] {
    guard let last = locations[digest] else { return [] }
    return ([last] + (earlier[digest] ?? []).reversed()).map { (segments[$0.segment], $0) }
  }

  /// Makes room for more runs.
  mutating func reserve(_ count: Int) { locations.reserveCapacity(locations.count + count) }

  /// Takes a run of a segment.
  ///
  /// - Returns: the segment that holds another result of the same run; nil for none.
  @discardableResult
  mutating func add(_ entry: SegmentIndex.Entry, in segment: String) -> String? {
    if segments.last != segment { segments.append(segment) }
    let digest = RunDigest(entry.key)
    let location = Location(
      segment: segments.count - 1, offset: entry.offset, size: entry.size,
      result: RunDigest(entry.digest))
    guard let known = locations.updateValue(location, forKey: digest) else { return nil }
    earlier[digest, default: []].append(known)
    return known.result == location.result ? nil : segments[known.segment]
  }

  /// Forgets a run.
  mutating func remove(_ digest: RunDigest) {
    locations[digest] = nil
    earlier[digest] = nil
  }
}

extension KeptRuns.Location {
  /// The run that lies there; nil where it is torn, corrupt or another one.
  func run(of digest: RunDigest, in file: borrowing ReadableParts) -> StoredRun? {
    SegmentIndex.Entry(key: digest.bytes, offset: offset, size: size, digest: result.bytes)
      .run(in: file)
  }
}
