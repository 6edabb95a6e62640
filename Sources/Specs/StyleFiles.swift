import Datasets
import Diagnostics
import Files
import Plotting
import SpecLanguage

/// A style file that a spec names: what its figures look like depends on it.
public struct StyleFile: Hashable, Sendable {
  /// The path as the spec writes it, from the spec's folder.
  public let path: String
  /// The SHA-256 of its bytes, in lower-case hexadecimal.
  public let sha256: String
}

/// The style files that a spec has named so far, each once.
enum StyleFiles: DecodingSetting {
  static let initialValue: [StyleFile] = []

  /// The largest style file in bytes.
  private static let largestFile = 64 << 10

  /// Reads the style file at a path of the spec, confined as data files are, and notes that it is one of the
  /// spec's; notes faults, those of the file at their places in it, and returns nil where it is no style.
  static func read(_ path: JSONValue, _ decoding: Decoding) -> FigureStyle? {
    guard
      let file = Shape<DataFile>.dataFile.decode(path, as: Label(key: "style"), decoding)
    else { return nil }
    let name = decoding.displayPath(of: file.written)
    do throws(InputError) {
      let bytes = try FileContents.read(file.resolved, named: name, limit: largestFile)
      let source = SourceText(name: name, bytes: bytes)
      let own = Decoding(source: source)
      let style = Shape<FigureStyle>.file(named: file.written)
        .decode(try JSONReader.read(source), as: Label(key: nil), own)
      if let error = own.error { throw error }
      let known = StyleFile(path: file.written, sha256: SHA256.hex(of: bytes))
      if !decoding[Self.self].contains(known) { decoding[Self.self].append(known) }
      return style
    } catch {
      decoding.adopt(error, ofFileAt: path.range)
      return nil
    }
  }
}
