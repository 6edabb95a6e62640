/// A place in a text file, as an editor shows it.
public struct Place: Hashable, Sendable, Comparable {
  /// The line, from 1.
  public var line: Int
  /// The column in characters (not bytes), from 1.
  public var column: Int
  /// How many characters are meant, at least 1.
  public var length: Int

  /// A place of `length` characters from `column` on.
  public init(line: Int, column: Int, length: Int = 1) {
    self.line = line
    self.column = column
    self.length = length
  }

  /// Orders places as they stand in the file.
  public static func < (one: Place, other: Place) -> Bool {
    (one.line, one.column, one.length) < (other.line, other.column, other.length)
  }
}
