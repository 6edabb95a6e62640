import Files
import Training

extension RunStore {
  /// How many runs none of `plans` asks for.
  public func countUnused(by plans: [Plan]) -> Int {
    let wanted = digests(of: plans)
    return digests.count { !wanted.contains($0) }
  }

  /// Drops the runs that none of `plans` asks for, and what is torn or corrupt: the others go to new segments,
  /// and the old ones go away, but for those that another process is writing.
  ///
  /// - Returns: how many runs were dropped; nil where the others could not be written, and nothing was.
  public func prune(keeping plans: [Plan]) -> Int? {
    let wanted = digests(of: plans)
    let old = closedSegments
    var dropped = 0
    for digest in digests {
      guard wanted.contains(digest), let run = run(of: digest) else {
        dropped += 1
        continue
      }
      guard keep(run) else { return nil }
    }
    close()
    for segment in old { KeptFolder.remove(segment.name, from: place.folder) }
    return dropped
  }

  /// Copies the runs of another store that this one has not.
  ///
  /// - Returns: how many were copied, and those of which both have different results; nil where one could not be
  ///   written.
  public func merge(_ other: RunStore) -> (copied: Int, disputed: [ResultDispute])? {
    let own = Set(digests)
    var copied = 0
    var disputed: [ResultDispute] = []
    for digest in other.digests {
      guard let run = other.run(of: digest) else { continue }
      if own.contains(digest) {
        if let mine = self.run(of: digest), let dispute = ResultDispute(mine, run) {
          disputed.append(dispute)
        }
        continue
      }
      guard keep(run) else { return nil }
      copied += 1
    }
    close()
    return (copied, disputed)
  }

  /// The digests of all runs of some plans, searches included as far as they are kept.
  private func digests(of plans: [Plan]) -> Set<Digest> {
    Set(
      plans.flatMap { plan in
        let replay = SearchReplay(plan, in: self)
        let settled = replay.settled
        return replay.requests.map(\.key) + settled.runs.map { settled.request(for: $0).key }
      })
  }
}
