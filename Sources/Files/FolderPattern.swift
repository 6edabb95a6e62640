/// Tells a folder that an earlier run has written from one that holds something else.
///
/// Patterns are paths relative to the folder; `*` stands for any characters of one name.
public struct FolderPattern: Hashable, Sendable {
  /// The files that must be there.
  public var required: [String]
  /// The files that may be there besides.
  public var allowed: [String]

  /// A folder that holds all of `required`, and otherwise only files that match `allowed`.
  public init(required: [String], allowed: [String] = []) {
    self.required = required
    self.allowed = allowed
  }

  /// The first of `files` that does not belong, or the required one that is missing; nil when the
  /// folder is what the pattern tells.
  func firstMismatch(among files: [String]) -> String? {
    let patterns = (required + allowed).map { Array($0.utf8) }
    if let stranger = files.first(where: { file in
      !patterns.contains { Self.matches(Array(file.utf8), $0) }
    }) {
      return "it holds \(stranger)"
    }
    return required.first { !files.contains($0) }.map { "it has no \($0)" }
  }

  /// Whether a name matches a pattern with `*`, in time at most the product of their lengths.
  static func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
    let star = UInt8(ascii: "*")
    let slash = UInt8(ascii: "/")
    var n = 0
    var p = 0
    var retry: (name: Int, pattern: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == star {
        retry = (n, p)
        p += 1
      } else if p < pattern.count, pattern[p] == name[n] {
        n += 1
        p += 1
      } else if let last = retry, name[last.name] != slash {
        // The star takes one byte more.
        retry = (last.name + 1, last.pattern)
        n = last.name + 1
        p = last.pattern + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == star }
  }
}
