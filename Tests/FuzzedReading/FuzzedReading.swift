import Datasets
import Diagnostics
import Files

/// Reads what a fuzzer made: the first byte chooses a reader and its options, the rest is the file.
public func readFuzzed(_ input: [UInt8]) throws(InputError) -> Dataset {
  let choice = input.first ?? 0
  let content = Array(input.dropFirst())
  let file = FileLocation(path: "", displayName: "x")
  let stream = ByteStream(
    bytes: content, named: "x", isCompressed: choice & 2 != 0, limit: 1 << 20)
  let task: Datasets.Task = choice & 8 == 0 ? .classification : .regression
  if choice & 0x10 != 0 {
    return try CSVReader.read(
      stream,
      source: CSVSource(
        file: file, target: .index(1), task: task,
        categorical: choice & 4 == 0 ? [] : [.index(0)], header: choice & 1 == 0,
        missing: choice & 0x20 != 0 ? .mean : choice & 0x40 != 0 ? .drop : .error),
      valueLimit: 1 << 16, isSparse: choice & 0x80 != 0)
  }
  if choice & 1 == 0 {
    return try LibSVMReader.read(
      stream,
      source: LibSVMSource(
        file: file, features: choice & 4 == 0 ? nil : 5, task: task, zeroBased: choice & 0x20 != 0),
      valueLimit: 1 << 16)
  }
  let cut = min(content.count, 11)
  return try IDXReader.read(
    images: ByteStream(
      bytes: Array(content[cut...]), named: "x", isCompressed: choice & 2 != 0, limit: 1 << 20),
    labels: ByteStream(bytes: Array(content[..<cut]), named: "x"),
    source: IDXSource(images: file, labels: file), valueLimit: 1 << 16)
}

/// Whether a table is what its type says.
public func isSound(_ table: Dataset) -> Bool {
  guard table.exampleCount > 0, table.featureCount > 0 else { return false }
  switch table.target {
  case .numbers(let numbers):
    guard numbers.count == table.exampleCount, numbers.allSatisfy({ $0.isFinite }) else {
      return false
    }
  case .classes(let classes, let names):
    guard classes.count == table.exampleCount, names.count > 1,
      Set(classes) == Set(names.indices)
    else { return false }
  }
  switch table.features {
  case .dense(let values):
    return values.count == table.exampleCount * table.featureCount
      && values.allSatisfy { $0.isFinite }
  case .sparse(let rows):
    guard rows.rowCount == table.exampleCount, rows.rowStarts.first == 0,
      rows.rowStarts.last == rows.values.count, rows.columns.count == rows.values.count,
      rows.values.allSatisfy({ $0.isFinite }),
      rows.columns.allSatisfy({ $0 >= 0 && $0 < table.featureCount })
    else { return false }
    return (0..<rows.rowCount).allSatisfy { row in
      let columns = rows.columns[rows.rowStarts[row]..<rows.rowStarts[row + 1]]
      return zip(columns, columns.dropFirst()).allSatisfy { $0 < $1 }
    }
  }
}
