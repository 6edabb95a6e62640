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
      let (style, digest) = try read(file.resolved, named: name, styleName: file.written)
      let known = StyleFile(path: file.written, sha256: digest)
      if !decoding[Self.self].contains(known) { decoding[Self.self].append(known) }
      return style
    } catch {
      decoding.adopt(error, ofFileAt: path.range)
      return nil
    }
  }

  /// The style in the file at a path, and the SHA-256 of its bytes.
  ///
  /// - Parameters:
  ///   - name: what the file is called in faults.
  ///   - styleName: what the style is called.
  /// - Throws: every fault of the file, at its place.
  fileprivate static func read(
    _ path: String, named name: String, styleName: String
  ) throws(InputError) -> (style: FigureStyle, sha256: String) {
    let bytes = try FileContents.read(path, named: name, limit: largestFile)
    let source = SourceText(name: name, bytes: bytes)
    let decoding = Decoding(source: source)
    let style = Shape<FigureStyle>.file(named: styleName)
      .decode(try JSONReader.read(source), as: Label(key: nil), decoding)
    if let error = decoding.error { throw error }
    guard let style else {
      throw InputError([Diagnostic(file: name, message: "cannot be used")])
    }
    return (style, SHA256.hex(of: bytes))
  }
}

extension FigureStyle {
  /// Whether the name of a style is the path of a style file.
  package static func isFile(_ name: String) -> Bool { name.hasSuffix(Shape<FigureStyle>.ending) }

  /// The style in a file that the command line names, from the folder in which it was called.
  ///
  /// - Throws: every fault of the file, at its place; or that it could not be read.
  package static func read(path: String) throws(InputError) -> FigureStyle {
    try StyleFiles.read(path, named: path, styleName: path).style
  }
}
