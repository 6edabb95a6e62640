import Diagnostics
import SpecLanguage

extension Shape<Int> {
  /// The name of one optimizer of this spec, as its position.
  static let onlyOptimizer = Shape<String>.text(.label).refined { name, value, _, decoding in
    decoding.optimizer(called: name, at: value.range)
  }
}

extension Decoding {
  /// The position of the one optimizer called `name`; notes a fault at `range` where there is none, or
  /// where a sweep made several of it.
  ///
  /// To be asked once the names of all optimizers are known.
  func optimizer(called name: String, at range: Range<Int>) -> Int? {
    let noun = "optimizer"
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
