// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that users of `report` do not build it.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "report", path: "..")],
  targets: [
    .target(name: "Timing"),
    .executableTarget(
      name: "optimizer-steps", dependencies: [.product(name: "Optimizers", package: "report")]),
    .executableTarget(
      name: "figures", dependencies: [.product(name: "Figures", package: "report")]),
    .executableTarget(
      name: "kernel-speeds", dependencies: ["Timing", .product(name: "Kernels", package: "report")]),
    .executableTarget(
      name: "model-steps",
      dependencies: [
        .product(name: "Models", package: "report"),
        .product(name: "Optimizers", package: "report"),
      ]),
    .executableTarget(
      name: "statistics",
      dependencies: [
        "Timing", .product(name: "Analysis", package: "report"),
        .product(name: "Kernels", package: "report"),
      ]),
    .executableTarget(
      name: "store",
      dependencies: [
        "Timing", .product(name: "Experiments", package: "report"),
        .product(name: "Training", package: "report"),
      ]),
    .executableTarget(
      name: "tpe", dependencies: ["Timing", .product(name: "Tuning", package: "report")]),
    .executableTarget(
      name: "scaling",
      dependencies: [
        .product(name: "Training", package: "report"),
        .product(name: "Models", package: "report"),
        .product(name: "Optimizers", package: "report"),
        .product(name: "Figures", package: "report"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
