/// One fault of an input: what was wrong, where, what was expected, what to do.
public struct Diagnostic: Hashable, Sendable {
  /// The file as the user named it.
  public var file: String
  /// Where in the file, if the fault has a place.
  public var place: Place?
  /// What was found, in one line.
  public var message: String
  /// What was expected and what to do.
  public var help: String?
  /// The key of a spec that the fault is about; nil: the one that names the file.
  public var key: String?
  /// What else belongs to it, a line each: how often it repeats, who asked for the file.
  public var notes: [String]
  /// The text of the line at `place`, without its line ending; of a very long line the part around
  /// the place.
  public var sourceLine: String?
  /// The column of the first character of `sourceLine`, from 1.
  public var sourceColumn: Int

  /// A fault of `file`.
  public init(
    file: String, place: Place? = nil, message: String, help: String? = nil,
    key: String? = nil, notes: [String] = [], sourceLine: String? = nil, sourceColumn: Int = 1
  ) {
    self.file = file
    self.place = place
    self.message = message
    self.help = help
    self.key = key
    self.notes = notes
    self.sourceLine = sourceLine
    self.sourceColumn = sourceColumn
  }
}
