import Diagnostics

/// A name for something that decoding passes on from one part of a spec to another, which share no
/// target: the generator that models draw from, the folder that data files may not leave.
package protocol DecodingSetting {
  /// What is passed on.
  associatedtype Value: Sendable
  /// What it is until it is set.
  static var initialValue: Value { get }
}

/// What decoding a spec needs besides the text: rules to apply, and the faults found so far.
package final class Decoding {
  /// The most faults that are reported; a hostile file could have millions.
  package static let mostFaults = 1_000

  private let source: SourceText
  /// Whether the limits that guard the machine are lifted.
  package let liftsLimits: Bool
  private var settings: [ObjectIdentifier: any Sendable] = [:]

  private var faults: [Fault] = []
  private var known: Set<Fault> = []
  private var others: [InputError] = []
  private var claims: Set<Claim> = []
  private var kinds: [Claim: String] = [:]
  private var claimed: [String: [String]] = [:]
  private var incomplete: Set<String> = []
  private var expected: [(claim: Claim, range: Range<Int>)] = []
  private var groups: [String: [String: [String]]] = [:]

  private struct Fault: Hashable {
    var range: Range<Int>
    var message: String
    var help: String?
  }

  private struct Claim: Hashable {
    var noun: String
    var name: String
  }

  package init(source: SourceText, liftsLimits: Bool = false) {
    self.source = source
    self.liftsLimits = liftsLimits
  }

  /// What one part of a spec, or who reads it, settles for parts that come later.
  package subscript<Setting: DecodingSetting>(_ setting: Setting.Type) -> Setting.Value {
    get { settings[ObjectIdentifier(setting)] as? Setting.Value ?? Setting.initialValue }
    set { settings[ObjectIdentifier(setting)] = newValue }
  }

  /// Whether decoding may stop, since no further fault would be reported.
  package var isFull: Bool { faults.count > Self.mostFaults }

  /// The line on which bytes stand, from 1.
  package func line(of range: Range<Int>) -> Int { source.place(of: range).line }

  /// Where the parts of a text stand in the file.
  package func places(in text: JSONValue) -> JSONTextPlaces {
    JSONTextPlaces(inText: text.range, source.bytes)
  }

  /// Notes a fault.
  package func fault(at range: Range<Int>, _ message: String, _ help: String? = nil) {
    let fault = Fault(range: range, message: message, help: help)
    // What a sweep repeats is at fault once.
    guard !isFull, known.insert(fault).inserted else { return }
    faults.append(fault)
  }

  /// Notes what is wrong with another file, which the spec names; of a file as a whole also which line
  /// of the spec asked for it.
  package func adopt(_ error: InputError, ofFileAt range: Range<Int>) {
    var error = error
    let place = source.place(of: range)
    for index in error.diagnostics.indices where error.diagnostics[index].place == nil {
      error.diagnostics[index].notes.append(
        "asked for at \(source.name):\(place.line):\(place.column)")
    }
    others.append(error)
  }

  /// A file as the user would name it from where the spec was named, by its path from the spec's folder.
  package func displayPath(of file: String) -> String {
    guard !file.hasPrefix("/"), let cut = source.name.lastIndex(of: "/") else { return file }
    return source.name[...cut] + file
  }

  /// The same settings and names, without faults: for finding out what would be at fault.
  func trial() -> Decoding {
    let trial = Decoding(source: source, liftsLimits: liftsLimits)
    trial.settings = settings
    trial.claims = claims
    trial.kinds = kinds
    trial.claimed = claimed
    trial.incomplete = incomplete
    trial.groups = groups
    return trial
  }

  /// Notes the faults at bytes within `range` that every one of `trials` has found.
  func adopt(faultsWithin range: Range<Int>, commonTo trials: [Decoding]) {
    guard let first = trials.first else { return }
    for found in first.faults
    where range.contains(found.range.lowerBound)
      && trials.allSatisfy({ $0.known.contains(found) })
    {
      fault(at: found.range, found.message, found.help)
    }
  }

  /// Notes the names that every one of `trials` has claimed.
  func adopt(namesCommonTo trials: [Decoding]) {
    guard let first = trials.first else { return }
    for claim in first.claims where trials.allSatisfy({ $0.claims.contains(claim) }) {
      guard claims.insert(claim).inserted else { continue }
      claimed[claim.noun, default: []].append(claim.name)
      kinds[claim] = first.kinds[claim]
    }
  }

  /// Notes that `name` is taken among all that `noun` tells, and a fault if it is taken already.
  ///
  /// - Parameter name: nil where the name of one of them is unknown, since it is at fault.
  package func claim(_ name: String?, for noun: String, at range: Range<Int>) {
    guard let name else {
      incomplete.insert(noun)
      return
    }
    claimed[noun, default: []].append(name)
    if !claims.insert(Claim(noun: noun, name: name)).inserted {
      fault(
        at: range, "two \(noun)s are named \(name.quoted)", "give each \(noun) a name of its own")
    }
  }

  /// Notes that an id is taken among those of several kinds of things, and a fault that says what has it
  /// if it is taken already.
  ///
  /// - Parameters:
  ///   - noun: all that have such ids, such as "figure, table or claim".
  ///   - kind: which of them has this one.
  package func claim(id: String, for noun: String, as kind: String, at range: Range<Int>) {
    let claim = Claim(noun: noun, name: id)
    guard claims.insert(claim).inserted else {
      let first = kinds[claim] ?? kind
      let owners = first == kind ? "two \(kind)s" : "a \(first) and a \(kind)"
      return fault(at: range, "\(owners) have the id \(id.quoted)", "give each an id of its own")
    }
    claimed[noun, default: []].append(id)
    kinds[claim] = kind
  }

  /// Notes that `name` stands for several of all that `noun` tells.
  package func group(_ members: [String], as name: String, of noun: String) {
    groups[noun, default: [:]][name] = members
  }

  /// The places, among the names that were claimed for `noun`, of what `name` stands for: one name,
  /// or those of a group; none of a name that is unknown.
  package func places(of name: String, noun: String) -> [Int] {
    let names = names(of: noun)
    if let place = names.firstIndex(of: name) { return [place] }
    return (groups[noun]?[name] ?? []).compactMap { names.firstIndex(of: $0) }
  }

  /// The names that were claimed for `noun`, in the order of the spec.
  package func names(of noun: String) -> [String] { claimed[noun] ?? [] }

  /// Whether all names that `noun` tells are known.
  package func knowsNames(of noun: String) -> Bool { !incomplete.contains(noun) }

  /// Notes that `name` must be among the names that `noun` tells, some of which may come later.
  package func expect(_ name: String, of noun: String, at range: Range<Int>) {
    expected.append((Claim(noun: noun, name: name), range))
  }

  /// Notes a fault for every name that was expected and that nothing has.
  package func settleExpectations() {
    for (claim, range) in expected where !claims.contains(claim) {
      let names = names(of: claim.noun)
      fault(
        at: range, "no \(claim.noun) has the id \(claim.name.quoted)",
        names.isEmpty
          ? "nothing has an id: add \"id\" to what is meant"
          : Spelling.help(for: claim.name, among: names))
    }
    expected = []
  }

  /// The faults in the order of their places, those of other files last; nil when there are none.
  package var error: InputError? {
    guard !faults.isEmpty || !others.isEmpty else { return nil }
    let sorted = faults.prefix(Self.mostFaults).enumerated().sorted { one, other in
      (one.element.range.lowerBound, one.offset) < (other.element.range.lowerBound, other.offset)
    }
    var diagnostics = sorted.map { _, fault in
      source.diagnostic(at: fault.range, message: fault.message, help: fault.help)
    }
    if isFull {
      diagnostics.append(
        Diagnostic(
          file: source.name, message: "more than \(Self.mostFaults) faults; the rest is not shown"))
    }
    return InputError(
      others.contains { $0.reason == .inaccessible } ? .inaccessible : .malformed,
      diagnostics + others.flatMap(\.diagnostics))
  }
}
