import Testing

@testable import Reports

@Suite struct CoincidenceTests {
  private let x = [0.0, 1, 2]

  @Test func curvesThatLieOnEachOtherAreNamed() {
    let groups = Coincidence.groups(
      [
        ("a", x, [1, 2, 100]), ("b", x, [1, 2.1, 100]), ("c", x, [1, 50, 100]),
        ("d", x, [1, 50, 100.2]), ("e", x, [1, 2, .nan]), ("f", [0, 1, 3], [1, 50, 100]),
      ], on: .linear)
    // A tenth of 99 is about a tenth of a per cent: nobody sees it.
    #expect(groups.map(\.names) == [["a", "b"], ["c", "d"]])
    #expect(
      Coincidence.words([("p", groups)])
        == " The curves of a and b lie on each other. The curves of c and d lie on each other.")
    // On a logarithmic axis they are seen apart.
    #expect(
      Coincidence.groups([("a", x, [1, 2, 100]), ("b", x, [1, 2.1, 100])], on: .logarithmic).isEmpty
    )
  }

  /// One curve that explodes and leaves the panel does not make the others one.
  @Test func whatLeavesThePanelIsNoPartOfItsHeight() {
    let curves = [
      ("a", x, [1.0, 2, 3]), ("b", x, [1, 2.5, 3]), ("c", x, [1, 1e9, 1e12]),
      ("d", x, [1, 2e9, 3e12]), ("e", x, [1, 2, 1e12]),
    ]
    #expect(Coincidence.groups(curves, on: .linear).map(\.names) == [["a", "b"], ["c", "e"]])
    #expect(Coincidence.groups(curves, on: .linear, from: 0, to: 10).isEmpty)
    // Where both have left it, nobody sees them part.
    let leaving = curves + [("f", x, [1, 2, 3e12])]
    #expect(
      Coincidence.groups(leaving, on: .linear, from: 0, to: 10).map(\.names) == [["e", "f"]])
  }

  @Test func panelsWithOtherGroupsAreToldApart() {
    let one = Coincidence(names: ["a", "b", "c", "d", "e"])
    #expect(
      Coincidence.words([("p", [one]), ("q", [])])
        == " On p: the curves of a, b and 3 more lie on each other.")
    #expect(
      Coincidence.words([("p", [one]), ("q", [one])])
        == " The curves of a, b and 3 more lie on each other.")
    #expect(Coincidence.words([("p", []), ("q", [])]) == "")
  }

  @Test func levelCurvesLieOnEachOther() {
    #expect(
      Coincidence.groups([("a", x, [1, 1, 1]), ("b", x, [1, 1, 1])], on: .linear).map(\.names)
        == [["a", "b"]])
    #expect(Coincidence.groups([("a", x, [1, 1, 1])], on: .linear).isEmpty)
  }
}
