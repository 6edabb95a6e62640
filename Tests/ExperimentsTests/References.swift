import Glibc

/// The reference files beside the tests.
enum References {
  /// The folder that holds them.
  static let folder = String(#filePath.dropLast("References.swift".count)) + "References/"

  struct Unreadable: Error {
    var name: String
  }

  /// The content of a file.
  static func text(_ name: String) throws -> String {
    guard let stream = fopen(folder + name, "r") else { throw Unreadable(name: name) }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, stream), count > 0 {
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The lines of a file, each cut at its tabs.
  static func rows(_ name: String) throws -> [[String]] {
    try text(name).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The bytes that hexadecimal digits stand for.
  static func bytes(_ digits: String) -> [UInt8] {
    let digits = Array(digits.utf8)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap { index in
      UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16)
    }
  }
}
