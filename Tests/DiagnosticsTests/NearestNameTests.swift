import Diagnostics
import Testing

/// Suggestions for misspelt names.
struct NearestNameTests {
  @Test(
    "distances",
    arguments: [
      ("", "", 0), ("a", "", 1), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abd", 1),
      ("kitten", "sitting", 3), ("ca", "abc", 3), ("beta_1", "beta1", 1), ("학습", "학", 1),
    ])
  func distances(one: String, other: String, distance: Int) {
    #expect(NearestName.distance(from: Array(one), to: Array(other)) == distance)
    #expect(NearestName.distance(from: Array(other), to: Array(one)) == distance)
  }

  @Test(
    "what is near enough",
    arguments: [
      ("beta_1", "beta1"), ("epoch", "epochs"), ("Beta1", "beta1"), ("bteas", nil),
      ("learningrate", "learning_rate"), ("lerning-rate", "learning_rate"), ("x", nil),
      ("nonsense", nil), ("", nil), ("k", nil),
    ] as [(String, String?)])
  func suggestions(name: String, expected: String?) {
    let names = ["beta1", "beta2", "epochs", "learning_rate", "q"]
    #expect(NearestName.of(name, among: names) == expected)
  }

  @Test("a name of a megabyte costs nothing")
  func hugeName() {
    let name = String(repeating: "a", count: 1 << 20)
    #expect(NearestName.of(name, among: [name + "b"]) == nil)
  }
}
