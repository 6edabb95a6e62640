/// What a report says, block by block, before any format is chosen.
public struct Document: Hashable, Sendable {
  /// The blocks from top to bottom.
  public var blocks: [Block]

  /// A document of `blocks`.
  public init(_ blocks: [Block]) { self.blocks = blocks }
}

/// One block of a document.
public indirect enum Block: Hashable, Sendable {
  /// A heading of level 1 to 6.
  case heading(level: Int, [Inline])
  /// A paragraph.
  case paragraph([Inline])
  /// Bullet points.
  case list([[Inline]])
  /// Points of any blocks, with bullets, numbers or boxes.
  case items(ItemList)
  /// Blocks that are quoted.
  case quote([Block])
  /// A line between blocks.
  case rule
  /// A table without caption and number.
  case grid(Grid)
  /// A table.
  case table(Table)
  /// A figure.
  case figure(FigureReference)
  /// A formula in TeX.
  case math(String)
  /// Text to copy.
  case code(String, language: String)
  /// Blocks that are folded away under a summary.
  case details(summary: [Inline], [Block])
}

/// A piece of running text.
public indirect enum Inline: Hashable, Sendable {
  /// Plain text, shown as it is.
  case text(String)
  /// Strongly emphasized text.
  case strong([Inline])
  /// Emphasized text.
  case emphasis([Inline])
  /// Code, shown as it is.
  case code(String)
  /// A formula in TeX.
  case math(String)
  /// A link to a relative path or an https address, not escaped any further.
  case link([Inline], to: String)
  /// A picture, with the text for who cannot see it.
  case image([Inline], to: String)
  /// Text that is struck out.
  case struck([Inline])
  /// The end of a line, which shows as one or, unless it is hard, as a space.
  case lineBreak(isHard: Bool)
  /// A figure, table or claim that an author refers to by its id; becomes a link to it once all are
  /// numbered.
  case reference(String)
  /// Works that are cited, by their keys, and what a reader sees of that.
  case citation([Inline], keys: [String])
  /// A place that links lead to, by its name of letters, digits and hyphens.
  case anchor(String)
  /// Plain text that an author wrote, in which names after an @ are what they are.
  case prose(String)
}

/// Points of any blocks.
public struct ItemList: Hashable, Sendable {
  /// One point.
  public struct Item: Hashable, Sendable {
    /// Whether its box is ticked; nil without a box.
    public var isDone: Bool?
    /// What it says.
    public var blocks: [Block]
  }

  /// The number of the first point; nil for bullets.
  public var start: Int?
  /// Whether the points stand close together.
  public var isTight: Bool
  /// The points.
  public var items: [Item]
}

/// A table without caption and number.
public struct Grid: Hashable, Sendable {
  /// Where the cells of a column stand.
  public enum Alignment: Hashable, Sendable {
    /// Wherever the page puts them.
    case none
    /// Flush left.
    case left
    /// In the middle.
    case center
    /// Flush right.
    case right
  }

  /// One entry a column.
  public var alignments: [Alignment]
  /// The cells row by row, the heading first.
  public var rows: [[[Inline]]]
}

extension Inline: ExpressibleByStringInterpolation {
  /// Plain text.
  public init(stringLiteral value: String) { self = .text(value) }
}

/// A figure in a document: files beside it, told by its id.
public struct FigureReference: Hashable, Sendable {
  /// The number in the document, from 1.
  public var number: Int
  /// The name of its files, without ending.
  public var id: String
  /// The endings of its files, such as `svg`.
  public var formats: [String]
  /// Whether there is an SVG for dark pages, too.
  public var hasDarkVersion: Bool
  /// What it shows, for who cannot see it.
  public var alternativeText: String
  /// What it shows, which statistic, which band, how many seeds, how many failures.
  public var caption: [Inline]
}
