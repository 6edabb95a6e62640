import Diagnostics
import Training

extension RunOutcome {
  /// The first column of a row of `data/runs.csv` that does not hold the very bits of this outcome; nil where all
  /// do.
  func firstDifference(
    from row: DataTable.Row, of table: DataTable
  ) throws(InputError) -> String? {
    if row["status"] != status.rawValue { return "status" }
    let columns: [(String, Double?)] = [
      ("epochs", Double(epochs)), ("steps", Double(steps)),
      ("gradient_evaluations", Double(gradientEvaluations)), ("train_loss", trainLoss),
      ("validation_loss", validationLoss), ("test_loss", testLoss), ("train_metric", trainMetric),
      ("validation_metric", validationMetric), ("test_metric", testMetric),
      ("best_validation_loss", bestValidationLoss), ("best_epoch", bestEpoch.map(Double.init)),
    ]
    for (column, value) in columns {
      let found = try table.number(row, column)
      // Of NaN there is one spelling.
      let areUndefined = found?.isNaN == true && value?.isNaN == true
      if found?.bitPattern != value?.bitPattern, !areUndefined { return column }
    }
    return nil
  }
}
