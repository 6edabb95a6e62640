import Foundation

/// The lines of a file in `References`, each as its fields.
func reference(_ name: String, separator: Character = " ") throws -> [[String]] {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  let file = folder.appendingPathComponent("References").appendingPathComponent(name)
  return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
    line.split(separator: separator).map(String.init)
  }
}

/// The word that `text` spells in hexadecimal.
func word(_ text: String) -> UInt64 {
  UInt64(text, radix: 16) ?? 0
}

/// The double whose bits `text` spells in hexadecimal.
func double(_ text: String) -> Double {
  Double(bitPattern: word(text))
}
