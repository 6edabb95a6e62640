import Diagnostics
import SpecLanguage

extension Shape<Int> {
  /// The name of one problem or optimizer of this spec, as its position.
  ///
  /// To be asked once the names of all of them are known.
  ///
  /// - Parameter noun: "problem" or "optimizer".
  package static func only(_ noun: String) -> Shape<Int> {
    Shape<String>.text(.label).refined { name, value, _, decoding in
      decoding.position(of: name, noun: noun, at: value.range)
    }
  }
}

extension Decoding {
  /// The position of the one problem or optimizer called `name`; notes a fault at `range` where there is
  /// none, or where a sweep made several of it.
  package func position(of name: String, noun: String, at range: Range<Int>) -> Int? {
    let places = places(of: name, noun: noun)
    if places.count == 1 { return places[0] }
    guard knowsNames(of: noun) else { return nil }
    let names = names(of: noun)
    if places.isEmpty {
      fault(
        at: range, "no \(noun) is called \(name.quoted)", Spelling.help(for: name, among: names))
    } else {
      fault(
        at: range, "a sweep made \(places.count) \(noun)s of \(name.quoted)",
        "name one of them, such as \(names[places[0]].quoted)")
    }
    return nil
  }
}
