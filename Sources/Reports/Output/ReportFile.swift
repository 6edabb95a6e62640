/// A file of a report.
public struct ReportFile: Sendable {
  /// What a file holds.
  public enum Content: Sendable {
    /// Bytes in memory.
    case bytes([UInt8])
    /// So many parts one after another, each made whenever it is asked for, always the same.
    case parts(count: Int, part: @Sendable (Int) -> [UInt8])
  }

  /// Its path below the report's folder.
  public var path: String
  /// What it holds.
  public var content: Content

  /// A file of a report.
  public init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  /// A file of a report that is in memory.
  public init(path: String, bytes: [UInt8]) { self.init(path: path, content: .bytes(bytes)) }

  /// How many parts it has.
  public var partCount: Int {
    switch content {
    case .bytes: 1
    case .parts(let count, _): count
    }
  }

  /// One of its parts.
  public func part(_ index: Int) -> [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .parts(_, let part): part(index)
    }
  }

  /// What it holds, all at once.
  public var bytes: [UInt8] { (0..<partCount).reduce(into: []) { $0 += part($1) } }
}

extension ReportFile: Equatable {
  /// Whether two files have one path and the same bytes.
  public static func == (one: ReportFile, other: ReportFile) -> Bool {
    one.path == other.path && one.bytes == other.bytes
  }
}
