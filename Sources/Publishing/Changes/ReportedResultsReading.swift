import Analysis
import Diagnostics
import Specs

/// A file with the name that the user would call it by.
typealias NamedFile = (name: String, bytes: [UInt8])

extension ReportedResults {
  /// The results that the data files of a report tell; all but the runs may be missing.
  init(
    runs: NamedFile, settings: NamedFile?, comparisons: NamedFile?, claims: NamedFile?
  ) throws(InputError) {
    let (contenders, observations) = try Self.observations(runs)
    self.init(
      settings: try settings.map { file throws(InputError) in try Self.settings(file) },
      contenders: contenders, observations: observations)
    if let comparisons { self.comparisons = try Self.comparisons(comparisons) }
    if let claims { self.claims = try Self.claims(claims) }
  }

  /// What the report took for practically equal; nil where it does not say.
  var margins: Margins? {
    func number(_ name: String) -> Double? {
      settings?.first { $0.subject == ContenderName() && $0.name == "margin.\(name)" }
        .flatMap { Double($0.value) }
    }
    guard let time = number("epochs_to_target"), let error = number("rmse"),
      let accuracy = number("accuracy")
    else { return nil }
    return Margins(time: time, rootMeanSquareError: error, accuracy: accuracy)
  }

  private static func observations(
    _ file: NamedFile
  ) throws(InputError) -> ([ContenderName], [ContenderName: [Quantity: Observations]]) {
    let table = try DataTable(
      file.bytes, named: file.name,
      required: ["problem", "optimizer", "seed", "status", "train_loss"])
    var contenders: [ContenderName] = []
    var rows: [ContenderName: [(seed: UInt32, row: DataTable.Row)]] = [:]
    var seeds: [ContenderName: Set<UInt32>] = [:]
    for row in table.rows {
      let name = ContenderName(problem: row["problem"] ?? "", optimizer: row["optimizer"] ?? "")
      guard let seed = row["seed"].flatMap({ UInt32($0) }) else {
        throw table.fault(row, "\((row["seed"] ?? "").quoted) is no seed")
      }
      if rows[name] == nil { contenders.append(name) }
      guard seeds[name, default: []].insert(seed).inserted else {
        throw table.fault(row, "seed \(seed) of this optimizer stands there twice")
      }
      rows[name, default: []].append((seed, row))
    }
    let times = (0...).lazy.map(Quantity.timeToTarget).prefix { table.has($0.rawValue) }
    let quantities = [.trainLoss, .testMetric] + Array(times)
    var observations: [ContenderName: [Quantity: Observations]] = [:]
    for (name, rows) in rows {
      for quantity in quantities {
        observations[name, default: [:]][quantity] = try observed(quantity, rows, table)
      }
    }
    return (contenders, observations)
  }

  /// What was observed of a quantity, none for runs that diverged or never arrived; nil where the report does not
  /// have it.
  private static func observed(
    _ quantity: Quantity, _ rows: [(seed: UInt32, row: DataTable.Row)], _ table: DataTable
  ) throws(InputError) -> Observations? {
    let isTime = if case .timeToTarget = quantity { true } else { false }
    var seeds: [UInt32] = []
    var values: [Double?] = []
    var earliest: [Double?] = []
    for (seed, row) in rows {
      let value = try table.number(row, quantity.rawValue)
      // A seed can be without a target.
      if isTime, value == nil { continue }
      let isLost = row["status"] == "diverged"
      guard value != nil || isLost else { return nil }
      seeds.append(seed)
      let isFailure = isLost || value?.isFinite != true
      values.append(isFailure ? nil : value)
      let start = try table.number(row, quantity.rawValue + "_earliest")
      earliest.append(isFailure ? nil : start ?? value)
    }
    return seeds.isEmpty
      ? nil : Observations(seeds: seeds, values: values, earliest: earliest)
  }

  static func settings(_ file: NamedFile) throws(InputError) -> [Setting] {
    let table = try DataTable(
      file.bytes, named: file.name, required: ["problem", "optimizer", "setting", "value"])
    return table.rows.map { row in
      Setting(
        subject: ContenderName(problem: row["problem"] ?? "", optimizer: row["optimizer"] ?? ""),
        name: row["setting"] ?? "", value: row["value"] ?? "")
    }
  }

  private static func comparisons(_ file: NamedFile) throws(InputError) -> [Comparison] {
    let table = try DataTable(
      file.bytes, named: file.name,
      required: ["problem", "quantity", "optimizer", "rival", "verdict"])
    var comparisons: [Comparison] = []
    for row in table.rows {
      let quantity = row["quantity"] ?? ""
      let isTime = quantity.hasPrefix(Quantity.epochsToTarget.rawValue)
      guard let known = isTime ? .epochsToTarget : Quantity(rawValue: quantity) else {
        throw table.fault(row, "\(quantity.quoted) is no quantity")
      }
      guard let verdict = Verdict(name: row["verdict"] ?? "") else {
        throw table.fault(row, "\((row["verdict"] ?? "").quoted) is no verdict")
      }
      comparisons.append(
        Comparison(
          problem: row["problem"] ?? "", quantity: known, optimizer: row["optimizer"] ?? "",
          rival: row["rival"] ?? "", verdict: verdict))
    }
    return comparisons
  }

  private static func claims(_ file: NamedFile) throws(InputError) -> [Claim] {
    let table = try DataTable(file.bytes, named: file.name, required: ["text", "verdict"])
    // One row a problem: the claim is the same in all of them.
    var claims: [Claim] = []
    for row in table.rows {
      let claim = Claim(text: row["text"] ?? "", verdict: row["verdict"] ?? "")
      if claims.last != claim { claims.append(claim) }
    }
    return claims
  }
}
