import Kernels
import ArgumentParser
import Diagnostics
import Experiments
import Files
import Plotting
import Publishing
import Reports
import SpecLanguage
import Specs

/// Draws one figure of a report again, in another style, without writing the report.
struct FigureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figure",
    abstract: "Draw one figure of a report, in another style or format, without the report.",
    discussion: "The id of a figure is the name of its files, such as loss-diabetes.")

  /// The names of the presets.
  private static let presets = FigureStyle.presets.map(\.name)

  /// The names of the formats.
  private static let formats: String = {
    let names = FigureFormat.allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }()

  /// The names of the palettes.
  private static let palettes = Palette.named.map(\.name)

  private static func range(_ domain: NumberDomain) -> String {
    "\(NumberText.exact(domain.lower)) to \(NumberText.exact(domain.upper))"
  }

  @Argument(
    help: ArgumentHelp("The experiment's spec, a JSON file.", valueName: "spec"),
    completion: .file(extensions: ["json"]))
  var spec: String

  @Argument(help: ArgumentHelp("The figure's id; left out, the ids are listed.", valueName: "id"))
  var id: String?

  @Option(
    help: ArgumentHelp(
      "A preset of sizes, colours and fonts: \(Self.presets.joined(separator: ", ")); or the path of a style file, which ends in .json.",
      valueName: "preset or file"), completion: .file(extensions: ["json"]))
  var style: String?

  @Option(
    help: ArgumentHelp(
      "The family of all text, such as \(FigureStyle.screen.fontFamily).", valueName: "family"))
  var font: String?

  @Option(
    help: ArgumentHelp(
      "The colours of series: \(Self.palettes.joined(separator: " or ")).", valueName: "palette"))
  var palette: String?

  @Option(
    help: ArgumentHelp(
      "\(Self.formats) (default: the ending of the output, or svg); pdf_tex writes a PDF file without text beside it."
    ))
  var format: FigureFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write or replace (default: <id>.<format> here).", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The width in inches, \(Self.range(FigureLook.widths)).", valueName: "inches"))
  var width: Double?

  @Option(
    help: ArgumentHelp(
      "The height in inches, \(Self.range(FigureLook.heights)).", valueName: "inches"))
  var height: Double?

  @Option(
    help: ArgumentHelp(
      "The pixels per inch of a PNG, \(Self.range(FigureLook.resolutions)).", valueName: "n"))
  var dpi: Double?

  @Option(
    help: ArgumentHelp(
      "How many runs at once (default: as many as there are processors for this process and memory within its limit).",
      valueName: "n"
    ))
  var jobs: Int?

  @OptionGroup var caching: CacheOptions

  @Flag(
    help: ArgumentHelp(
      "Allow the data files of the spec to lie outside its project's folder and on machines that are not of the public internet."
    ))
  var allowOutside = false

  @Flag(help: "Lift the limits that keep a spec from exhausting the machine.")
  var noLimits = false

  func validate() throws {
    if let style, !FigureStyle.isFile(style), FigureStyle.preset(named: style) == nil {
      throw ValidationError(
        unknown("style", style, among: Self.presets) + " Style files end in .json.")
    }
    if let palette, !Self.palettes.contains(palette) {
      throw ValidationError(unknown("palette", palette, among: Self.palettes))
    }
    if let font, font.isEmpty || !font.allSatisfy({ !$0.isNewline }) {
      throw ValidationError("--font must be the name of a family.")
    }
    // Before anything runs.
    _ = try chosenFormat()
    for (name, value, domain) in [
      ("--width", width, FigureLook.widths), ("--height", height, FigureLook.heights),
      ("--dpi", dpi, FigureLook.resolutions),
    ] {
      if let value, !domain.contains(value) {
        throw ValidationError(
          "\(name) must be from \(Self.range(domain)).")
      }
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }

  func run() async throws {
    let terminal = Terminal()
    let look = try terminal.reportingFaults { () throws(InputError) in try chosenLook() }
    let plan = try terminal.reportingFaults { () throws(InputError) in
      try Plan.read(path: spec, allowOutside: allowOutside, noLimits: noLimits)
    }
    let format = try chosenFormat()
    let file = output ?? id.map { "\($0).\(format.rawValue)" }
    if let file {
      try terminal.reportingFaults { () throws(InputError) in
        for path in FigureFileNames(file).all(in: format) {
          try OutputFolder.checkFile(path, named: path)
        }
      }
    }
    let store = caching.store(of: plan.spec, terminal)
    Interruption.setFarewell { [store] in
      store?.close()
      terminal.say("interrupted; nothing was drawn")
    }
    let scheduler = Scheduler(jobs: jobs ?? Scheduler.jobs(for: plan), store: store)
    let results = await scheduler.run(plan)
    store?.close()
    let report = Report(results, versions: [], look: look)
    for gap in report.gaps where id == nil || gap.id == id { terminal.say(gap.message) }
    guard let id, let file else {
      for picture in report.figures { try terminal.show(picture.figure.id) }
      return
    }
    guard let picture = report.figures.first(where: { $0.figure.id == id }) else {
      if report.gaps.contains(where: { $0.id == id }) { throw ExitCode(65) }
      throw ValidationError(unknown("figure", id, among: report.figures.map(\.figure.id)))
    }
    try terminal.reportingFaults { () throws(InputError) in
      let names = FigureFileNames(file)
      let rendered = try FigureFiles.render(
        picture, as: [format], of: plan.spec.source, named: names.stem)
      for (path, drawn) in zip(names.all(in: format), rendered.files) {
        try OutputFolder.writeFile(path, named: path, bytes: drawn.bytes)
      }
      for warning in report.warnings where warning.contains("'\(id)'") { terminal.say(warning) }
      for script in rendered.missingScripts { terminal.say(script.message) }
    }
    try terminal.show(file)
  }

  /// What the command line says of the look.
  private func chosenLook() throws(InputError) -> FigureLook {
    var look = FigureLook()
    if let style, FigureStyle.isFile(style) {
      look.style = try FigureStyle.read(path: style)
    } else {
      look.style = style.flatMap { FigureStyle.preset(named: $0) }
    }
    look.font = font
    look.palette = palette.flatMap { name in
      Palette.named.first { $0.name == name }?.palette
    }
    look.width = width
    look.height = height
    look.resolution = dpi
    return look
  }

  private func chosenFormat() throws -> FigureFormat {
    guard let output else { return format ?? .svg }
    let ending = output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let told = FigureFormat(rawValue: ending)
    if let format, let told, told != format {
      throw ValidationError(
        "'\(output)' ends in \(told.rawValue), but the --format is \(format.rawValue).")
    }
    guard let chosen = format ?? told else {
      throw ValidationError("'\(output)' does not end in \(Self.formats): give a --format.")
    }
    return chosen
  }

  private func unknown(_ noun: String, _ name: String, among names: [String]) -> String {
    let nearest = NearestName.of(name, among: names).map { " Did you mean '\($0)'?" } ?? ""
    let known = names.isEmpty ? "There are none." : "There are: \(names.joined(separator: ", "))."
    return "There is no \(noun) '\(name)'.\(nearest) \(known)"
  }
}

extension FigureFormat: ExpressibleByArgument {}
