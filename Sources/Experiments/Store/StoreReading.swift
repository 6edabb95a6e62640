import Files

/// How far the segments of a store have been read, and those that are open.
struct StoreReading {
  /// The segments at the last look, the one that was changed last at the end.
  private(set) var segments: [KeptFolder.File] = []
  var open: OpenSegments
  private let folder: String
  private let say: @Sendable (String) -> Void
  /// What was read of each segment.
  private var known: [String: Part] = [:]
  /// Runs of which there are different results.
  private var disputed: Set<Digest> = []

  /// How far a segment was read.
  private struct Part {
    /// What wrote it.
    var writer = ""
    /// How large it was then.
    var size: Int
    /// Where what comes next would begin; nil where nothing comes.
    var end: Int?
  }

  /// Nothing yet.
  ///
  /// - Parameter say: told in a line what is wrong.
  init(in folder: String, _ say: @escaping @Sendable (String) -> Void) {
    self.folder = folder
    self.say = say
    open = OpenSegments(in: folder)
  }

  /// Adds to `runs` what was written since the last look.
  mutating func update(_ runs: inout KeptRuns) {
    segments = KeptFolder.files(in: folder, ending: StorePlace.ending)
    for segment in segments {
      let part = known[segment.name]
      guard part == nil || part?.end != nil && part?.size != segment.size else { continue }
      read(segment, from: part?.end, &runs)
    }
    for digest in disputed { runs.remove(digest) }
  }

  private mutating func read(_ segment: KeptFolder.File, from start: Int?, _ runs: inout KeptRuns) {
    let name = segment.name
    guard let opened = open.segment(name, to: segment.size) else {
      known[name] = Part(size: segment.size, end: nil)
      say("kept runs: \(name) cannot be read; its runs are made again")
      return
    }
    let index = SegmentIndex(opened.file, from: start)
    known[name] = Part(writer: index.writer, size: opened.file.size, end: index.end)
    // Who writes just now is not at its end yet.
    if let damage = index.damage, !segment.isInUse {
      say("kept runs: \(name) \(damage); what is missing is made again")
    }
    runs.reserve(index.entries.count)
    for entry in index.entries {
      guard let other = runs.add(entry, in: name), disputed.insert(entry.key).inserted else {
        continue
      }
      say(words(of: runs, entry.key, other: other, name))
    }
  }

  /// What is said of a run with two results.
  private mutating func words(
    of runs: KeptRuns, _ key: Digest, other: String, _ name: String
  ) -> String {
    let found = runs.places(of: key).compactMap { segment, location in
      open.segment(segment, to: location.end).flatMap { location.run(of: key, in: $0.file) }
    }
    let dispute = found.count > 1 ? ResultDispute(found[1], found[0]) : nil
    func writer(_ segment: String) -> String { "\(segment) (\(known[segment]?.writer ?? ""))" }
    return
      "FAULT OF DETERMINISM: \(writer(other)) and \(writer(name)) hold different results of "
      + "\(dispute?.description ?? "the run \(key)"); it is made again"
  }
}
