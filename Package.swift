// swift-tools-version: 6.2
import PackageDescription

// The layout of the project, as in Documentation/layout.md: a test compares the two, and the imports with both.

/// What each module may import, besides `Quantities` and `ReproducibleNumbers`, which are open to all.
let imports: KeyValuePairs<String, [String]> = [
  "Quantities": [],
  "ReproducibleNumbers": [],
  "LinearProgramming": ["CGLPK", "CGLPKGuard"],
  "CareModel": [],
  "TravelTimes": ["CareModel"],
  "EpisodePlanning": ["CareModel", "TravelTimes", "LinearProgramming"],
  "RotaOptimiser": ["LinearProgramming"],
  "RotaChecking": ["CareModel", "TravelTimes"],
  "RotaPlanning": ["CareModel", "TravelTimes", "RotaOptimiser", "RotaChecking"],
  "RotaRepair": ["CareModel", "TravelTimes", "RotaOptimiser", "RotaPlanning", "RotaChecking"],
  "ServicePlanning": [
    "CareModel", "TravelTimes", "EpisodePlanning", "RotaOptimiser", "RotaPlanning", "RotaChecking",
  ],
  "Explanations": ["CareModel", "TravelTimes", "RotaChecking", "RotaPlanning"],
  "SyntheticCaseloads": ["CareModel", "TravelTimes", "EpisodePlanning"],
  "Interchange": ["CareModel", "RotaChecking", "Explanations"],
  "PublicInstances": ["CareModel", "Interchange", "RotaOptimiser"],
  "Presentation": ["CareModel", "RotaChecking", "Explanations"],
  "BenchmarkCases": [
    "CareModel", "TravelTimes", "EpisodePlanning", "LinearProgramming", "RotaOptimiser", "RotaPlanning", "RotaChecking",
    "Explanations", "SyntheticCaseloads", "Interchange",
  ],
  "reable": [
    "CareModel", "TravelTimes", "EpisodePlanning", "RotaOptimiser", "RotaPlanning", "RotaChecking", "RotaRepair",
    "ServicePlanning", "Explanations", "SyntheticCaseloads", "Interchange", "PublicInstances", "Presentation",
  ],
]
let libraries = imports.map(\.key).filter { $0 != "reable" }
let openToAll = ["Quantities", "ReproducibleNumbers"]

/// The modules that a module can reach, itself included: what its tests may use.
func reach(_ module: String) -> [String] {
  var found = openToAll
  func visit(_ name: String) {
    guard !found.contains(name) else { return }
    found.append(name)
    for (key, names) in imports where key == name { names.forEach(visit) }
  }
  visit(module)
  return found
}

/// Modules whose tests also run over invented days, which they can't reach themselves.
let testedOnInventedDays = [
  "RotaPlanning": ["EpisodePlanning", "SyntheticCaseloads"], "RotaRepair": ["EpisodePlanning", "SyntheticCaseloads"],
  "ServicePlanning": ["SyntheticCaseloads"],
  "Explanations": ["EpisodePlanning", "SyntheticCaseloads"],
]

func dependencies(_ names: [String]) -> [Target.Dependency] { names.map { .init(stringLiteral: $0) } }

// A compiler newer than those that the project is tested with may warn of new things. That must stop nobody from
// making a rota.
#if compiler(<6.4)
  let warnings: [SwiftSetting] = [.treatAllWarnings(as: .error)]
  let warningsInC: [CSetting] = [.treatAllWarnings(as: .error)]
#else
  let warnings: [SwiftSetting] = []
  let warningsInC: [CSetting] = []
#endif

let settings: [SwiftSetting] =
  warnings + [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]

func module(_ name: String, _ names: [String]) -> Target {
  let open = openToAll.contains(name) ? [] : openToAll
  guard name == "reable" else {
    return .target(
      name: name, dependencies: dependencies(open + names), swiftSettings: settings,
      // Square roots fall back on the C library's, which nothing else may bring in.
      linkerSettings: name == "ReproducibleNumbers" ? [.linkedLibrary("m")] : [])
  }
  return .executableTarget(
    name: name,
    dependencies: dependencies(open + names) + [.product(name: "ArgumentParser", package: "swift-argument-parser")],
    swiftSettings: settings)
}

let package = Package(
  name: "reable",
  products: [
    .executable(name: "reable", targets: ["reable"]),
    // For the package in Benchmarks/, which sees what is public alone.
    .library(name: "BenchmarkCases", targets: ["BenchmarkCases"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .target(name: "CGLPKGuard", dependencies: ["CGLPK"], cSettings: warningsInC),
  ]
    + imports.map { name, names in module(name, names) }
    + libraries.map { name in
      .testTarget(
        name: "\(name)Tests", dependencies: dependencies(reach(name) + (testedOnInventedDays[name] ?? [])),
        swiftSettings: settings)
    }
    + [
      .testTarget(name: "LayoutTests", swiftSettings: settings),
      .testTarget(name: "ScenarioTests", dependencies: dependencies(libraries), swiftSettings: settings),
      .testTarget(name: "CommandLineTests", dependencies: ["reable"], swiftSettings: settings),
    ],
  swiftLanguageModes: [.v6]
)
