// swift-tools-version: 6.1
import PackageDescription

// `swift run` builds in debug, where loops are 30 to 100 times slower; what computes, draws or
// formats numbers is therefore optimized in debug builds too.
let optimized: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// The tests of `target`, which may use `others` too; reference values lie in a folder `References`.
func tests(_ target: String, _ others: String...) -> Target {
  .testTarget(
    name: "\(target)Tests",
    dependencies: ([target, "TestSupport"] + others).map { .byName(name: $0) },
    exclude: ["References"])
}

let package = Package(
  name: "report",
  products: [
    .executable(name: "report", targets: ["report"]),
    .library(name: "Models", targets: ["Models", "Datasets", "Kernels"]),
    .library(name: "Training", targets: ["Training"]),
    .library(name: "Kernels", targets: ["Kernels"]),
    .library(name: "Experiments", targets: ["Experiments", "Specs"]),
    .library(name: "Optimizers", targets: ["Optimizers"]),
    .library(name: "Tuning", targets: ["Tuning"]),
    .library(name: "Analysis", targets: ["Analysis", "Statistics"]),
    .library(name: "Figures", targets: ["Plotting", "CairoRendering"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .executableTarget(
      name: "report",
      dependencies: [
        "Publishing", "Reports", "Slurm", "Experiments", "Specs", "SpecLanguage", "Models",
        "Datasets", "Optimizers", "Kernels", "Plotting", "Diagnostics", "Files",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(
      name: "Publishing",
      dependencies: [
        "Reports", "Analysis", "Training", "Experiments", "Specs", "SpecLanguage", "Plotting",
        "CairoRendering", "Files", "Diagnostics",
      ],
      swiftSettings: optimized),
    .target(
      name: "Reports",
      dependencies: [
        "Analysis", "Experiments", "Specs", "SpecLanguage", "Training", "Tuning", "Models",
        "Datasets", "Optimizers", "Statistics", "Kernels", "Plotting", "Diagnostics", "CMarkGFM",
      ],
      swiftSettings: optimized),
    .target(
      name: "Analysis",
      dependencies: ["Experiments", "Specs", "Training", "Models", "Statistics", "Kernels"],
      swiftSettings: optimized),
    .target(
      name: "Experiments",
      dependencies: [
        "Specs", "SpecLanguage", "Training", "Tuning", "Models", "Datasets", "Optimizers",
        "Statistics", "Kernels", "Files", "Diagnostics",
      ],
      swiftSettings: optimized),
    .target(
      name: "Slurm", dependencies: ["Experiments", "Files", "Diagnostics"],
      swiftSettings: optimized),
    .target(
      name: "Specs",
      dependencies: [
        "SpecLanguage", "Plotting", "Training", "Tuning", "Models", "Datasets", "Optimizers",
        "Kernels", "Files", "Diagnostics",
      ],
      swiftSettings: optimized),
    .target(
      name: "SpecLanguage", dependencies: ["Kernels", "Diagnostics"], swiftSettings: optimized),
    .target(name: "Statistics", dependencies: ["Kernels"], swiftSettings: optimized),
    .target(
      name: "Tuning", dependencies: ["SpecLanguage", "Statistics", "Kernels"],
      swiftSettings: optimized),
    .target(
      name: "Training",
      dependencies: ["SpecLanguage", "Models", "Optimizers", "Datasets", "Kernels", "Files"],
      swiftSettings: optimized),
    .target(
      name: "Models", dependencies: ["Datasets", "SpecLanguage", "Kernels", "Diagnostics"],
      swiftSettings: optimized),
    .target(
      name: "Datasets",
      dependencies: ["SpecLanguage", "Kernels", "Files", "Diagnostics"],
      resources: [.copy("Tables")],
      swiftSettings: optimized),
    .target(
      name: "Optimizers", dependencies: ["SpecLanguage", "Kernels"], swiftSettings: optimized),
    .target(name: "Kernels", dependencies: ["CKernels"], swiftSettings: optimized),
    // libm holds what Swift calls for square roots, rounding and fused operations: exact ones all.
    .target(
      name: "CKernels",
      cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off"])],
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "Plotting", dependencies: ["SpecLanguage", "Kernels"], swiftSettings: optimized),
    .target(
      name: "CairoRendering", dependencies: ["Plotting", "CCairo"], swiftSettings: optimized),
    .target(name: "Diagnostics", swiftSettings: optimized),
    .target(name: "Files", dependencies: ["Diagnostics", "CFiles"], swiftSettings: optimized),
    .systemLibrary(
      name: "CCairo", pkgConfig: "pangocairo",
      providers: [.apt(["libcairo2-dev", "libpango1.0-dev", "libdeflate-dev"])]),
    .systemLibrary(name: "CFiles", providers: [.apt(["libssl-dev", "zlib1g-dev"])]),
    .systemLibrary(
      name: "CMarkGFM", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(
      name: "ExperimentSupport", dependencies: ["Experiments", "Specs", "Training"],
      path: "Tests/ExperimentSupport"),
    .testTarget(name: "ProjectTests"),
    .testTarget(name: "CommandLineTests", dependencies: ["report"]),
    tests("Kernels", "CKernels"),
    .executableTarget(name: "kernel-bits", dependencies: ["Kernels"], path: "Tests/KernelBits"),
    tests("Diagnostics"),
    tests("Files", "Diagnostics"),
    .target(
      name: "FuzzedReading", dependencies: ["Datasets", "Files", "Diagnostics"],
      path: "Tests/FuzzedReading"),
    tests("Datasets", "FuzzedReading", "Diagnostics", "Files", "Kernels"),
    .target(name: "CAllocations", path: "Tests/CAllocations"),
    tests("Optimizers", "Kernels", "CAllocations"),
    tests("Models", "Datasets", "Kernels", "CAllocations"),
    tests("Training", "Models", "Optimizers", "Datasets", "Kernels", "Files"),
    tests("SpecLanguage", "Diagnostics"),
    tests(
      "Specs", "Reports", "SpecLanguage", "Plotting", "Training", "Models", "Optimizers",
      "Datasets", "Kernels", "Files", "Diagnostics"),
    tests(
      "Experiments", "Specs", "SpecLanguage", "Training", "Models", "Optimizers", "Datasets",
      "Kernels", "Files",
      "Diagnostics"),
    tests("Slurm", "Files"),
    tests("Statistics", "Kernels"),
    tests("Tuning", "SpecLanguage", "Kernels", "Diagnostics"),
    .target(
      name: "PlottingTestSupport", dependencies: ["Plotting"], path: "Tests/PlottingTestSupport"),
    tests("Plotting", "PlottingTestSupport"),
    tests("CairoRendering", "PlottingTestSupport", "Plotting", "CCairo"),
    tests(
      "Publishing", "ExperimentSupport", "Reports", "Training", "Files", "Diagnostics"),
    tests("Analysis", "ExperimentSupport", "Experiments", "Training", "Statistics"),
    tests(
      "Reports", "ExperimentSupport", "Analysis", "Experiments", "Specs", "Training", "Statistics",
      "Plotting", "Diagnostics"),
  ],
  swiftLanguageModes: [.v6]
)

// The fuzzer brings a `main` of its own, which no other build has; `Tests/sanitize fuzz` asks for it.
if Context.environment["REPORT_FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Publishing", "Reports", "Experiments", "Specs", "Training", "SpecLanguage",
        "FuzzedReading", "Files", "Diagnostics",
      ],
      path: "Tests/Fuzzing"))
}
