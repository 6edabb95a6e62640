import Statistics

extension Table.Column {
  /// The fields of a column of medians with their intervals.
  static func fields(ofMedians name: String) -> [String] { [name, name + "_low", name + "_high"] }
}

extension Summary {
  /// Its median with the interval, as the fields of a cell.
  var fields: [Table.Field] { [.number(median), .number(interval?.low), .number(interval?.high)] }
}
