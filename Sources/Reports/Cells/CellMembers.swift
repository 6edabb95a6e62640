import Diagnostics
import SpecLanguage
import Specs

extension Decoding {
  /// What references lead to: all of these share their ids.
  static let referable = "figure, table or claim"
}

extension Keys {
  /// Asks for the id of a figure, a table or a claim.
  ///
  /// - Parameter kind: which of them it is.
  func id(of kind: String, _ meaning: String) -> String? {
    let id = optional("id", .text(.reportName), meaning)
    if let id, let subject {
      subject.decoding.claim(id: id, for: Decoding.referable, as: kind, at: range(of: "id"))
    }
    return id
  }

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
