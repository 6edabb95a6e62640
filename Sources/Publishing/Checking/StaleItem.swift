/// Something in which a committed report is not what its spec gives.
package struct StaleItem: Hashable, Sendable {
  /// The file below the report's folder; nil: the report as a whole.
  package var path: String?
  /// What is wrong, to follow the file's name.
  package var cause: String
}
