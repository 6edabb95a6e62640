import Files

/// Appends runs to segments of this process alone: nobody else writes into them, so that no lock is needed.
struct SegmentWriter: ~Copyable {
  /// The most bytes of a segment, unless one run alone has more.
  private static let greatestSize = 64 << 20

  private let place: StorePlace
  private let writer: String
  private var file: AppendedFile?
  private var entries: [SegmentIndex.Entry] = []

  /// A writer into a folder, which is made with the first run.
  ///
  /// - Parameter writer: what writes: program and processor.
  init(at place: StorePlace, writer: String) {
    self.place = place
    self.writer = writer
  }

  /// Keeps a run.
  ///
  /// - Returns: where it lies, or why it could not be kept.
  mutating func append(
    _ run: StoredRun
  ) -> Result<(segment: String, entry: SegmentIndex.Entry), KeptFolder.Fault> {
    let bytes = run.bytes
    if let size = file?.size, size + bytes.count > Self.greatestSize { closeSegment() }
    if file == nil {
      do throws(KeptFolder.Fault) {
        file = try KeptFolder.newFile(
          in: place.folder, ending: StorePlace.ending, below: place.root)
      } catch {
        return .failure(error)
      }
      if let reason = file?.append(SegmentIndex.header(writer: writer)) {
        file = nil
        return .failure(KeptFolder.Fault(reason: reason))
      }
    }
    let offset = file?.size ?? 0
    if let reason = file?.append(bytes) { return .failure(KeptFolder.Fault(reason: reason)) }
    let entry = SegmentIndex.Entry(of: bytes, at: offset)
    entries.append(entry)
    return .success((file?.name ?? "", entry))
  }

  /// Ends the segment with an index of its runs, so that whoever opens it need not walk them.
  mutating func closeSegment() {
    if let size = file?.size, !entries.isEmpty {
      // Without an index it can be read as well.
      _ = file?.append(SegmentIndex.closing(entries, at: size))
    }
    file = nil
    entries = []
  }
}
