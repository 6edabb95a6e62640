import Diagnostics
import Files
import SpecLanguage

/// Where a data set comes from, with every option: all that a spec and a report need to know of it.
///
/// A kind of source is a type that conforms, in a file of its own, and a line in `DatasetKind.all`.
package protocol DataSource: Hashable, Sendable {
  /// What a spec calls it, and how it is asked for.
  var kind: DatasetKind { get }
  /// The files that a spec names for it, each under the key that names it; nil for its own keys.
  var files: [(key: String?, file: FileLocation)] { get }
  /// What its target is used for; nil where that is not known before it is read.
  var targetTask: Task? { get }
  /// How many classes the target has, where a spec tells.
  var classCount: Int? { get }
  /// The name of a problem that is given none.
  var problemName: String { get }
  /// About how many bytes the table takes while it is made, where that is known before.
  var expectedBytes: Double? { get }
  /// The options that bear on what is read, as a spec would write them if it left nothing out.
  var options: [JSONLiteral.Member] { get }

  /// The table.
  ///
  /// - Parameters:
  ///   - hasLimits: whether the limits on sizes hold.
  ///   - cache: the folder for what is fetched; nil where there is none.
  /// - Throws: the faults of the files with their places; `.inaccessible` when a file exists but
  ///   cannot be read, or cannot be fetched.
  func load(hasLimits: Bool, cache: CacheFolder?) throws(InputError) -> Dataset
}

extension DataSource {
  package var files: [(key: String?, file: FileLocation)] { [] }
  package var classCount: Int? { nil }
  package var expectedBytes: Double? { nil }
  package var problemName: String { kind.name }
}
