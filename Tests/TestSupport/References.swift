import Foundation

/// The reference files of a test target: values that other software computed, and the generators
/// that wrote them.
public struct References: Sendable {
  /// The folder that holds them, with a slash at its end.
  public let folder: String

  /// The files in the folder `References` beside a test's file.
  public init(beside file: String = #filePath) {
    folder =
      URL(fileURLWithPath: file).deletingLastPathComponent().appending(path: "References").path
      + "/"
  }

  /// Where a file lies.
  public func url(_ name: String) -> URL { URL(fileURLWithPath: folder + name) }

  /// The content of a file.
  public func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
  }

  /// The lines of a file, each cut at its separators; empty fields count.
  public func rows(_ name: String, separator: Character = "\t") throws -> [[String]] {
    try text(name).split(separator: "\n").map { line in
      line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A JSON file, whose keys are written in snake case.
  public func json<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(contentsOf: url(name)))
  }

  /// The bytes that hexadecimal digits stand for.
  public static func bytes(_ digits: String) -> [UInt8] {
    let digits = Array(digits.utf8)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap { index in
      UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16)
    }
  }
}
