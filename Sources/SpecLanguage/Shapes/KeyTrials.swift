extension Keys {
  /// Checks the further keys of a branch that is unknown, since the key that decides is at fault.
  ///
  /// Whichever branch is meant, a value that all of those that know the key turn down in the same
  /// words is wrong, and a key that all of them require is due. Whatever only some object to is left
  /// alone.
  ///
  /// - Parameter deciding: keys that are missed elsewhere.
  func checkAgainstAll<Branch>(
    of branches: some Collection<Branch>, deciding: [String] = [], body: (Branch, Keys) -> Void
  ) {
    guard let subject else { return }
    let trials = branches.compactMap { branch -> (keys: Keys, decoding: Decoding)? in
      let decoding = subject.decoding.trial()
      guard let keys = again(decoding) else { return nil }
      body(branch, keys)
      return (keys, decoding)
    }
    for member in subject.members.values where !declares(member.key) {
      let knowing = trials.filter { $0.keys.declares(member.key) }.map(\.decoding)
      subject.decoding.adopt(faultsWithin: member.value.range, commonTo: knowing)
    }
    subject.decoding.adopt(namesCommonTo: trials.map(\.decoding))
    for trial in trials {
      adopt(
        trial.keys.declarations.map { declaration in
          var declaration = declaration
          declaration.isRequired =
            !deciding.contains(declaration.name)
            && trials.allSatisfy { other in
              other.keys.declarations.contains { $0.name == declaration.name && $0.isRequired }
            }
          return declaration
        })
    }
  }
}
