/// A number of things in words: `1 row`, `2 rows`, `0 classes`.
///
/// - Parameter plural: the noun for all numbers but 1, where it takes more than an s.
package func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
