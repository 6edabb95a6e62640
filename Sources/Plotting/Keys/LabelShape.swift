import SpecLanguage

extension Shape<String> {
  /// A line of text that is drawn, in which `$...$` is mathematics and `\$` a dollar sign; read, it is
  /// marked as `LabelText` has it.
  package static var label: Shape {
    Shape.line.refined { text, value, _, decoding -> String? in
      do throws(FormulaFault) {
        return try LabelText.marked(text)
      } catch {
        decoding.fault(
          at: decoding.places(in: value).range(of: error.range), error.message, error.help)
        return nil
      }
    }
  }
}
