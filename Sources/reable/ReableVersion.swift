/// What `reable --version` says: facts that the source and the compiler know, nothing guessed from a checkout.
enum ReableVersion {
  /// The engine's version, also in every rota's provenance. Raised by hand with each release.
  static let number = "0.1.0"

  /// The version with its build, for people. Not for a rota: debug and release builds put out the same bytes.
  static let withBuild = "\(number) (\(configuration) build, \(compiler))"

  private static var configuration: String {
    #if DEBUG
      "debug"
    #else
      "release"
    #endif
  }

  private static var compiler: String {
    #if compiler(>=6.4)
      "Swift 6.4 or later"
    #elseif compiler(>=6.3)
      "Swift 6.3"
    #else
      "Swift 6.2"
    #endif
  }
}
