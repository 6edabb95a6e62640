import Foundation
import Testing

/// The bytes of a file that `References/archives.py` made.
func archive(_ name: String) throws -> [UInt8] {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("References/archives.txt")
  let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
  let line = try #require(lines.first { $0.hasPrefix(name + " ") })
  return Array(try #require(Data(base64Encoded: String(line.dropFirst(name.utf8.count + 1)))))
}
