import Reports
import SpecLanguage

/// What a report was made with: the program, and what it stands on.
struct CrateSoftware {
  /// The program.
  let program: CrateEntity
  /// The libraries that draw, and the compiler.
  let requirements: [CrateEntity]

  /// The program and its libraries, each in its version.
  init(_ program: ToolVersion, requiring libraries: [ToolVersion]) {
    requirements = (libraries + [.compiler]).map { Self.application($0) }
    self.program = Self.application(program, requiring: requirements)
  }

  private static let addresses = [
    "cairo": "https://www.cairographics.org/", "pango": "https://pango.gnome.org/",
    "Swift": "https://www.swift.org/",
  ]

  private static func application(
    _ tool: ToolVersion, requiring requirements: [CrateEntity] = []
  ) -> CrateEntity {
    let address = addresses[tool.name]
    return CrateEntity(
      address ?? "#" + RelativeReference.to(tool.name), "SoftwareApplication",
      [
        "name": .text(tool.name), "url": address.map(JSONLiteral.text),
        "softwareVersion": .text(tool.version),
        "softwareRequirements": requirements.references,
      ])
  }
}

extension ToolVersion {
  /// The compiler, as exactly as code can tell.
  fileprivate static var compiler: ToolVersion {
    #if compiler(>=6.4)
      ToolVersion(name: "Swift", version: "6.4 or later")
    #elseif compiler(>=6.3)
      ToolVersion(name: "Swift", version: "6.3")
    #else
      ToolVersion(name: "Swift", version: "before 6.3")
    #endif
  }
}
