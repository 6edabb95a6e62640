import Testing

@testable import Publishing

/// Paths as links, and back.
@Suite struct RelativeReferenceTests {
  @Test(
    arguments: [
      ("a%20b%EB%82%98", "a b나"), ("a b", "a b"), ("50%", "50%"), ("%4", "%4"), ("%zz", "%zz"),
      ("%+1", "%+1"), ("%FF", "%FF"), ("a%2fb", "a/b"), ("", ""),
    ])
  func aReferenceLeadsToAPath(_ reference: String, _ path: String) {
    #expect(RelativeReference.path(of: reference) == path)
  }
}
