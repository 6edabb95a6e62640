/// A table with a caption.
public struct Table: Hashable, Sendable {
  /// A column of a table.
  public struct Column: Hashable, Sendable {
    /// Its heading.
    public var title: [Inline]
    /// Whether it holds numbers, which are set flush right.
    public var isNumeric: Bool
    /// The names of what its cells hold in full, such as `train_loss`, `train_loss_low` and
    /// `train_loss_high`; none for text, which is what it shows.
    public var fields: [String]

    /// A column.
    public init(_ title: [Inline], isNumeric: Bool = false, fields: [String] = []) {
      self.title = title
      self.isNumeric = isNumeric
      self.fields = fields
    }
  }

  /// A part of what a cell holds, in full: numbers are not rounded.
  public enum Field: Hashable, Sendable {
    /// A number; nil where there is none.
    case number(Double?)
    /// A word.
    case text(String)
  }

  /// A cell: what it shows, and what that is in full.
  public struct Cell: Hashable, Sendable, ExpressibleByArrayLiteral {
    /// What it shows.
    public var text: [Inline]
    /// What it shows, in full, by the `fields` of its column; those at the end may be missing.
    public var fields: [Field]

    /// A cell.
    public init(_ text: [Inline], fields: [Field] = []) {
      self.text = text
      self.fields = fields
    }

    /// A cell of text alone.
    public init(arrayLiteral elements: Inline...) { self.init(elements) }
  }

  /// The number in the document, from 1, which the writer puts before the caption.
  public var number: Int
  /// What kind of table it is, and of what: what its files are named after.
  public var kind: String
  /// The problem, or whatever else it is about; empty where it is about more.
  public var subject = ""
  /// The name of its files, without ending; empty until it is given one.
  public var id = ""
  /// What it shows.
  public var caption: [Inline]
  /// The columns, at most 8.
  public var columns: [Column]
  /// The cells row by row, as many in each row as there are columns.
  public var rows: [[Cell]]
}
