import Datasets
import Diagnostics
import Files
import SpecLanguage

extension Shape<Bibliography> {
  /// The path of a BibTeX file, confined as those of data files are.
  static let bibliography = Shape<DataFile>.dataFile.refined {
    file, value, _, decoding -> Bibliography? in
    let path = decoding.displayPath(of: file.written)
    do throws(InputError) {
      let bytes = try FileContents.read(
        file.resolved, named: path, limit: BibliographyReader.largestFile)
      return try BibliographyReader.read(
        SourceText(name: path, bytes: bytes), named: file.written)
    } catch {
      decoding.adopt(error, ofFileAt: value.range)
      return nil
    }
  }
}
