import ArgumentParser

/// The exit codes that callers may rely on (`design.md` 6; after sysexits.h).
enum ExitReason: Int32 {
  /// Done, but an essential call is uncovered or a record is quarantined.
  case incomplete = 1
  case inputInvalid = 65
  case componentMissing = 69
  case internalError = 70
  case inputOutput = 74

  var code: ExitCode { ExitCode(rawValue) }
}
