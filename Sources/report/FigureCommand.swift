import ArgumentParser
import Diagnostics
import Experiments
import Files
import Plotting
import Reports

/// Draws one figure of a report again, in another style, without writing the report.
struct FigureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figure",
    abstract: "Draw one figure of a report, in another style or format, without the report.",
    discussion: "The id of a figure is the name of its files, such as loss-diabetes.")

  @Argument(
    help: ArgumentHelp("The experiment's spec, a JSON file.", valueName: "spec"),
    completion: .file(extensions: ["json"]))
  var spec: String

  @Argument(help: ArgumentHelp("The figure's id; left out, the ids are listed.", valueName: "id"))
  var id: String?

  @Option(
    help: ArgumentHelp(
      "A preset of sizes, colours and fonts: \(FigureLook.presets.joined(separator: ", ")).",
      valueName: "preset"))
  var style: String?

  @Option(help: "svg, png or pdf (default: the ending of the output, or svg).")
  var format: FigureFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write (default: <id>.<format> here).", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("The width in inches, 2 to 20.", valueName: "inches"))
  var width: Double?

  @Option(help: ArgumentHelp("The height in inches, 1 to 20.", valueName: "inches"))
  var height: Double?

  @Option(help: ArgumentHelp("The pixels per inch of a PNG, 36 to 1200.", valueName: "n"))
  var dpi: Double?

  @Option(help: ArgumentHelp("How many runs at once (default: all cores).", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Allow the data files of the spec to lie outside its project's folder.")
  var allowOutside = false

  @Flag(help: "Lift the limits that keep a spec from exhausting the machine.")
  var noLimits = false

  func validate() throws {
    if let style, !FigureLook.presets.contains(style) {
      throw ValidationError(
        "There is no style '\(style)'. There are: \(FigureLook.presets.joined(separator: ", ")).")
    }
    for (name, value, range) in [
      ("--width", width, 2...20.0), ("--height", height, 1...20.0), ("--dpi", dpi, 36...1200.0),
    ] {
      if let value, !range.contains(value) {
        throw ValidationError(
          "\(name) must be from \(Int(range.lowerBound)) to \(Int(range.upperBound)).")
      }
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }

  func run() async throws {
    let terminal = Terminal()
    let interruption = Interruption()
    let plan = try terminal.reportingFaults { () throws(InputError) in
      let spec = try ExperimentSpec.read(
        path: spec, allowOutside: allowOutside, noLimits: noLimits)
      return try Plan(spec, hasLimits: !noLimits)
    }
    let scheduler = Scheduler(
      jobs: jobs ?? Machine.coreCount, isInterrupted: { interruption.isRequested })
    guard let results = await scheduler.run(plan) else { throw ExitCode(130) }
    let report = Report(results, versions: [], look: look)
    guard let id else {
      for picture in report.figures { print(picture.figure.id) }
      return
    }
    guard let picture = report.figures.first(where: { $0.figure.id == id }) else {
      let ids = report.figures.map(\.figure.id)
      let nearest = NearestName.of(id, among: ids).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError(
        "There is no figure '\(id)'.\(nearest) There are: \(ids.joined(separator: ", ")).")
    }
    let format = try chosenFormat()
    let file = output ?? "\(id).\(format.rawValue)"
    try terminal.reportingFaults { () throws(InputError) in
      let files = try FigureFiles.render(picture, as: [format])
      for rendered in files {
        try OutputFolder.writeFile(file, named: file, bytes: rendered.bytes)
      }
    }
    print(file)
  }

  /// What the command line says of the look.
  private var look: FigureLook {
    var look = FigureLook()
    look.style = style
    look.width = width
    look.height = height
    look.resolution = dpi
    return look
  }

  private func chosenFormat() throws -> FigureFormat {
    if let format { return format }
    guard let output else { return .svg }
    let ending = output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard let format = FigureFormat(rawValue: ending) else {
      throw ValidationError("'\(output)' does not end in svg, png or pdf: give a --format.")
    }
    return format
  }
}

extension FigureFormat: ExpressibleByArgument {}
