import Diagnostics
import SpecLanguage
import Specs

extension Keys {
  /// Asks for the problems that a cell shows, as positions in the spec.
  func problems() -> [Int]? {
    optional(
      "problems", .problems,
      "problems that it shows; by default all")
  }

  /// Asks for the optimizers that a cell shows, as positions in the spec.
  func optimizers() -> [Int]? {
    optional(
      "optimizers", .members(of: "optimizer", "names of optimizers"),
      "optimizers that it shows; by default all")
  }
}

extension Shape<[Int]> {
  /// Names of problems of this spec, as positions.
  static let problems = members(of: "problem", "names of problems")

  /// Names of problems or optimizers of this spec, or of what a sweep made several of, as positions.
  fileprivate static func members(of noun: String, _ elements: String) -> Shape<[Int]> {
    let member = Shape<String>.text(.label).refined { name, value, _, decoding -> [Int]? in
      let places = decoding.places(of: name, noun: noun)
      if !places.isEmpty { return places }
      guard decoding.knowsNames(of: noun) else { return nil }
      decoding.fault(
        at: value.range, "no \(noun) is called \(name.quoted)",
        Spelling.help(for: name, among: decoding.names(of: noun)))
      return nil
    }
    return Shape<[[Int]]>.list(of: member, elements).unique().map { groups in
      var known: Set<Int> = []
      return groups.joined().filter { known.insert($0).inserted }
    }
  }
}
