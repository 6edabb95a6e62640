import CMarkGFM
import Synchronization

/// Markdown that an author wrote, read by GitHub's own parser, cmark-gfm, into blocks of a document.
///
/// The document is written again from these blocks, so that nothing of what the author typed reaches
/// the report unread: raw HTML becomes text, links and images lead only to http, https, mailto or
/// relative targets, fences are closed, and formulas lose the commands that could link.
package struct AuthoredMarkdown {
  /// Lists, quotes and emphasis that are nested deeper are read as plain text.
  private static let deepest = 50

  /// The running text of the first paragraph of `text`; nil where it begins with none.
  package static func line(of text: String) -> [Inline]? {
    guard case .paragraph(let inlines)? = blocks(of: text).first else { return nil }
    return inlines.map {
      $0 == .lineBreak(isHard: false) || $0 == .lineBreak(isHard: true) ? " " : $0
    }
  }

  /// What code and addresses are replaced by, before they are made harmless.
  private let restore: (String) -> String

  /// The blocks that `text` stands for.
  ///
  /// - Parameter restore: what code and addresses are replaced by, where something else stands for them.
  static func blocks(
    of text: String, restoring restore: @escaping (String) -> String = { $0 }
  ) -> [Block] {
    guard let root = parsing.withLock({ _ in parse(text) }) else { return [] }
    defer { cmark_node_free(root) }
    return AuthoredMarkdown(restore: restore).blocks(in: root, depth: 0)
  }

  /// cmark-gfm registers extensions, and marks the characters that begin something, in variables of the whole
  /// process: one text at a time.
  private static let parsing = Mutex(())

  private static func parse(_ text: String) -> sending Node? {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      guard let found = cmark_find_syntax_extension(name) else { continue }
      cmark_parser_attach_syntax_extension(parser, found)
    }
    var visible = visibleMarkdown(text)
    visible.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { start in
        cmark_parser_feed(parser, start.baseAddress, start.count)
      }
    }
    return cmark_parser_finish(parser)
  }

  // MARK: Blocks

  private func blocks(in parent: Node, depth: Int) -> [Block] {
    children(of: parent).flatMap { block($0, depth: depth) }
  }

  private func block(_ node: Node, depth: Int) -> [Block] {
    guard depth < Self.deepest else { return [.paragraph([.prose(plainText(of: node))])] }
    switch typeName(of: node) {
    case "paragraph": return [.paragraph(inlines(in: node, depth: depth))]
    case "heading":
      return [
        .heading(
          level: Int(cmark_node_get_heading_level(node)), inlines(in: node, depth: depth))
      ]
    case "block_quote": return [.quote(blocks(in: node, depth: depth + 1))]
    case "list": return [.items(list(node, depth: depth))]
    case "code_block":
      let code = restored(literal(of: node).droppingLastLineEnd)
      let language = restored(string(cmark_node_get_fence_info(node))).prefix { !$0.isWhitespace }
      return [
        language == "math" ? .math(harmlessMath(code)) : .code(code, language: safe(language))
      ]
    case "thematic_break": return [.rule]
    case "html_block":
      return paragraphs(ofLinesIn: literal(of: node)).map { .paragraph($0) }
    case "table": return [.grid(grid(node, depth: depth))]
    default: return blocks(in: node, depth: depth + 1)
    }
  }

  /// The name of a code's language, of which nothing but letters and the like is kept.
  private func safe(_ language: Substring) -> String {
    String(language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "+-_#.".contains($0)) })
  }

  private func list(_ node: Node, depth: Int) -> ItemList {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return ItemList(
      start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) != 0,
      items: children(of: node).map { item in
        ItemList.Item(
          isDone: typeName(of: item) == "tasklist"
            ? cmark_gfm_extensions_get_tasklist_item_checked(item) : nil,
          blocks: blocks(in: item, depth: depth + 1))
      })
  }

  private func grid(_ node: Node, depth: Int) -> Grid {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    let marks = cmark_gfm_extensions_get_table_alignments(node)
    let alignments = (0..<count).map { column -> Grid.Alignment in
      switch marks?[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "r"): .right
      case UInt8(ascii: "c"): .center
      default: .none
      }
    }
    let rows = children(of: node).map { row in
      let cells = children(of: row).prefix(count).map { inlines(in: $0, depth: depth + 1) }
      return cells + Array(repeating: [], count: max(0, count - cells.count))
    }
    return Grid(alignments: alignments, rows: rows)
  }

  // MARK: Running text

  private func inlines(in parent: Node, depth: Int) -> [Inline] {
    var result: [Inline] = []
    // Neighbours are one text: what a mark means depends on what stands beside it.
    var text = ""
    for inline in children(of: parent).lazy.flatMap({ inline($0, depth: depth) }) {
      if case .prose(let next) = inline {
        text += next
        continue
      }
      if !text.isEmpty { result.append(.prose(text)) }
      text = ""
      result.append(inline)
    }
    if !text.isEmpty { result.append(.prose(text)) }
    return withMath(result)
  }

  private func inline(_ node: Node, depth: Int) -> [Inline] {
    guard depth < Self.deepest else { return [.prose(plainText(of: node))] }
    func content() -> [Inline] { inlines(in: node, depth: depth + 1) }
    switch typeName(of: node) {
    case "text", "html_inline": return [.prose(literal(of: node))]
    case "softbreak": return [.lineBreak(isHard: false)]
    case "linebreak": return [.lineBreak(isHard: true)]
    case "code": return [.code(restored(literal(of: node)))]
    case "emph": return [.emphasis(content())]
    case "strong": return [.strong(content())]
    case "strikethrough": return [.struck(content())]
    case "link":
      let target = restored(string(cmark_node_get_url(node)))
      return isSafeTarget(target) ? [.link(content(), to: escapedTarget(target))] : content()
    case "image":
      let target = restored(string(cmark_node_get_url(node)))
      return isSafeTarget(target) ? [.image(content(), to: escapedTarget(target))] : content()
    default: return content()
    }
  }

  /// Text whose empty lines part paragraphs.
  private func paragraphs(ofLinesIn text: String) -> [[Inline]] {
    var paragraphs: [[Inline]] = []
    var isOpen = false
    for line in text.split(separator: "\n" as Character, omittingEmptySubsequences: false) {
      let content = line.drop(while: \.isWhitespace)
      if content.isEmpty {
        isOpen = false
      } else if isOpen {
        paragraphs[paragraphs.count - 1] += [.lineBreak(isHard: false), .prose(String(content))]
      } else {
        paragraphs.append([.prose(String(content))])
        isOpen = true
      }
    }
    return paragraphs
  }

  /// Code between two dollar signs is a formula.
  private func withMath(_ inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    var index = 0
    while index < inlines.count {
      if index + 1 < inlines.count, case .code(let formula) = inlines[index],
        case .prose(let before)? = result.last, before.hasSuffix("$"),
        case .prose(let after) = inlines[index + 1], after.hasPrefix("$")
      {
        result[result.count - 1] = .prose(String(before.dropLast()))
        result += [.math(harmlessMath(formula)), .prose(String(after.dropFirst()))]
        index += 2
      } else {
        result.append(inlines[index])
        index += 1
      }
    }
    return result.filter { $0 != .prose("") }
  }

  // MARK: Nodes

  private typealias Node = OpaquePointer

  private func children(of node: Node) -> [Node] {
    var children: [Node] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      children.append(child)
      next = cmark_node_next(child)
    }
    return children
  }

  private func typeName(of node: Node) -> String { string(cmark_node_get_type_string(node)) }

  private func literal(of node: Node) -> String { string(cmark_node_get_literal(node)) }

  private func restored(_ text: String) -> String { visibleMarkdown(restore(text)) }

  private func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  /// All text below a node, without a call for each level.
  private func plainText(of node: Node) -> String {
    guard let iterator = cmark_iter_new(node) else { return "" }
    defer { cmark_iter_free(iterator) }
    var text = ""
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return text }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
      let part = literal(of: node)
      text += part.isEmpty ? " " : part
    }
  }
}

extension String {
  fileprivate var droppingLastLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
