import SpecLanguage
import Specs

/// The introduction that a spec gives under `description`, with numbers and references as in cells.
struct Introduction: ComposedCell, TextualCell {
  static let key = "description"
  let content: AuthoredText

  var text: AuthoredText? { content }

  /// What is there; the spec itself declares the key, and before the names that the text may use are known.
  static func asked(of keys: Keys) -> Introduction? {
    guard let subject = keys.subject, let member = subject.members[key] else { return nil }
    return Shape<AuthoredText>.markdown.decode(
      member.value, as: Label(key: key), subject.decoding
    ).map(Introduction.init)
  }

  func blocks(in composer: inout ReportComposer) -> [Block] { composer.blocks(of: content) }
}
