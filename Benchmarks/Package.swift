// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds Reable builds the benchmark tool. It sees `BenchmarkCases` alone.
let package = Package(
  name: "reable-benchmarks",
  platforms: [.macOS(.v13)],
  dependencies: [
    .package(name: "reable", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "ReableBenchmarks",
      dependencies: [
        .product(name: "BenchmarkCases", package: "reable"), .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/ReableBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ],
  swiftLanguageModes: [.v6]
)
