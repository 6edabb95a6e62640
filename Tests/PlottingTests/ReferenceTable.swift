import Foundation

/// The rows of a committed reference file, without its header.
func referenceRows(_ name: String, filePath: String = #filePath) throws -> [[String]] {
  let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent()
  let file = folder.appendingPathComponent("References").appendingPathComponent(name)
  let text = try String(contentsOf: file, encoding: .utf8)
  return text.split(separator: "\n").dropFirst().map { line in
    line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}
