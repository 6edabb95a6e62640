import Foundation
import Testing

/// Who may import whom: the picture in `Sources/ARCHITECTURE.md`, held against the import lines.
@Suite struct ImportTests {
  static let allowed: [String: Set<String>] = [
    "Kernels": ["CKernels"],
    "Diagnostics": [],
    "Files": ["Diagnostics", "CFiles"],
    "SpecLanguage": ["Kernels", "Diagnostics"],
    "Statistics": ["Kernels"],
    "Tuning": ["SpecLanguage", "Statistics", "Kernels"],
    "Plotting": ["SpecLanguage", "Kernels"],
    "Optimizers": ["SpecLanguage", "Kernels"],
    "Datasets": ["SpecLanguage", "Kernels", "Files", "Diagnostics"],
    "Models": ["SpecLanguage", "Datasets", "Kernels", "Diagnostics"],
    "Training": ["SpecLanguage", "Models", "Optimizers", "Datasets", "Kernels", "Files"],
    "Specs": [
      "SpecLanguage", "Plotting", "Training", "Tuning", "Models", "Datasets", "Optimizers",
      "Kernels", "Files", "Diagnostics",
    ],
    "Experiments": [
      "Specs", "SpecLanguage", "Training", "Tuning", "Models", "Datasets", "Optimizers",
      "Statistics", "Kernels", "Files", "Diagnostics",
    ],
    "Analysis": ["Experiments", "Specs", "Training", "Models", "Statistics", "Kernels"],
    "Slurm": ["Experiments", "Files", "Diagnostics"],
    "CairoRendering": ["Plotting", "CCairo"],
    "Reports": [
      "Analysis", "Experiments", "Specs", "SpecLanguage", "Training", "Tuning", "Models",
      "Datasets", "Optimizers", "Statistics", "Kernels", "Plotting", "Diagnostics", "CMarkGFM",
    ],
    "Publishing": [
      "Analysis", "Reports", "Training", "Experiments", "Specs", "SpecLanguage", "Plotting",
      "CairoRendering",
      "Files",
      "Diagnostics",
    ],
    "report": [
      "Publishing", "Reports", "Slurm", "Experiments", "Specs", "SpecLanguage", "Models",
      "Datasets", "Optimizers", "Kernels", "Plotting", "Diagnostics", "Files", "ArgumentParser",
    ],
  ]

  /// What every target may import: the language's own libraries.
  static let system: Set<String> = [
    "Swift", "Glibc", "Foundation", "FoundationEssentials", "Synchronization",
  ]

  private static var sources: URL {
    URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources")
  }

  private static func swiftFiles(below folder: URL) throws -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
  }

  /// The modules that a source file imports.
  static func imports(in text: String) -> Set<String> {
    let modifiers: Set<Substring> = [
      "public", "internal", "package", "private", "fileprivate", "@testable", "@preconcurrency",
      "@_exported", "@_implementationOnly",
    ]
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let"]
    var modules: Set<String> = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").drop { modifiers.contains($0) }
      guard words.first == "import" else { continue }
      let name = words.dropFirst().drop { kinds.contains($0) }.first ?? ""
      modules.insert(String(name.prefix { $0 != "." }))
    }
    return modules
  }

  @Test(arguments: allowed.keys.sorted())
  func targetsImportOnlyWhatTheyMay(_ target: String) throws {
    let files = try Self.swiftFiles(below: Self.sources.appending(path: target))
    #expect(!files.isEmpty)
    let allowed = try #require(Self.allowed[target])
    var used: Set<String> = []
    for file in files {
      let imports = Self.imports(in: try String(contentsOf: file, encoding: .utf8))
      let strangers = imports.subtracting(allowed).subtracting(Self.system)
      #expect(strangers.isEmpty, "\(target)/\(file.lastPathComponent) imports \(strangers)")
      used.formUnion(imports)
    }
    // What nobody uses is no part of the picture.
    #expect(allowed.subtracting(used).isEmpty, "\(target)")
  }

  @Test func everyTargetIsInThePicture() throws {
    let targets = try FileManager.default.contentsOfDirectory(
      at: Self.sources, includingPropertiesForKeys: nil
    ).filter(\.hasDirectoryPath).map(\.lastPathComponent)
    let withSwift = try targets.filter {
      try !Self.swiftFiles(below: Self.sources.appending(path: $0)).isEmpty
    }
    #expect(Set(withSwift) == Set(Self.allowed.keys))
  }

  @Test func importLinesAreFound() {
    let text = """
      import Kernels
      @testable import Optimizers
      public import struct Datasets.Dataset
      // import Plotting
      """
    #expect(Self.imports(in: text) == ["Kernels", "Optimizers", "Datasets"])
  }
}
