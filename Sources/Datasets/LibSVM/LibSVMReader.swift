import Diagnostics
import Files

/// Reads sparse examples from files in the format of LIBSVM and SVMlight.
///
/// Each line is an example: its label, then `index:value` for each value that is not 0, between
/// spaces or tabs. Indices start at 1, or at 0 where the source says so, and rise along the line; what follows `#` is a comment; a
/// line with nothing else is no example. Labels and values are numbers as in a CSV file. Lines end
/// with LF, CRLF or CR. Values stay sparse, and a 0 that is written out is left away.
public enum LibSVMReader {
  /// The largest index of a feature, and how many values a file may hold, unless limits are lifted.
  public static let valueLimit = 1 << 28

  /// The examples in the bytes of a file; see `read(_:source:valueLimit:)`.
  public static func read(
    bytes: [UInt8], source: LibSVMSource, valueLimit: Int? = valueLimit
  ) throws(InputError) -> Dataset {
    let stream = ByteStream(
      bytes: bytes, named: source.file.displayName, isCompressed: source.file.isCompressed)
    return try read(stream, source: source, valueLimit: valueLimit)
  }

  /// The examples in a file, which is read once from its start to its end and never held as a
  /// whole.
  ///
  /// - Parameters:
  ///   - stream: the file.
  ///   - source: how to read it, and its name for messages.
  ///   - valueLimit: how many values there may be, and the largest index; nil for any up to 2³¹ −
  ///     1.
  /// - Throws: up to 20 faults with their places: a checksum that differs, a label or value that is
  ///   no finite number, an index below 1, above the number of features, out of order or twice, no
  ///   examples, labels of one class.
  public static func read(
    _ stream: ByteStream, source: LibSVMSource, valueLimit: Int? = valueLimit
  ) throws(InputError) -> Dataset {
    var (table, sha256) = try source.file.verified(stream) { () throws(InputError) in
      var window = try TextWindow(stream, hasLimits: valueLimit != nil)
      return try read(&window, source: source, valueLimit: valueLimit)
    }
    table.provenance.sha256 = sha256
    return table
  }

  private static func read(
    _ window: inout TextWindow, source: LibSVMSource, valueLimit: Int?
  ) throws(InputError) -> Dataset {
    var faults = TextFaults(source.file.displayName, unit: "line")
    var examples = LibSVMExamples(source, valueLimit: valueLimit)
    if !window.isForeign(&faults) {
      var lines = TextLines()
      while !faults.isFull, !examples.isFull, let line = try lines.next(in: &window) {
        faults.beginRecord()
        examples.append(window.bytes, line, &faults)
        if faults.hasPending {
          faults.locate(in: window.bytes, lines.shownRange, line: lines.lineNumber)
        }
      }
    }
    try faults.check()
    return try examples.dataset(&faults)
  }
}
