import ArgumentParser
import CareModel
import Interchange
import RotaPlanning

/// Says on standard error what is wrong, and ends with the code that goes with it.
enum Refusal {
  /// Every problem of an input in one pass.
  static func input(_ problems: [InputProblem], of what: String) -> ExitCode {
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    Console.writeNote("\(what) can't be used: \(count)\n")
    list(problems)
    return ExitReason.inputInvalid.code
  }

  static func input(_ sentence: String) -> ExitCode {
    Console.writeNote("\(sentence)\n")
    return ExitReason.inputInvalid.code
  }

  static func file(_ error: FileError) -> ExitCode {
    Console.writeNote("\(error)\n")
    return ExitReason.inputOutput.code
  }

  /// A day that can't be rostered: the input's fault, or the engine's.
  static func planning(_ error: RotaPlanningError) -> ExitCode {
    error.isInputError ? input("\(error)") : `internal`("\(error)")
  }

  static func `internal`(_ sentence: String) -> ExitCode {
    Console.writeNote("\(sentence)\nThis is a fault of the engine, not of your data. Nothing was written.\n")
    return ExitReason.internalError.code
  }

  /// What a day goes on without: records set aside, mentions left out of others, and what looks like a slip.
  static func listLeftOut(_ reading: CaseloadReading, of what: String) {
    if !reading.problems.isEmpty {
      Console.writeNote("\(what): some records can't be used and are left out\n")
      list(reading.problems)
    }
    if !reading.warnings.isEmpty {
      Console.writeNote("\(what): these records are used all the same, but look at them\n")
      list(reading.warnings)
    }
  }

  static func list(_ problems: [InputProblem]) {
    for problem in problems { Console.writeNote("  \(problem)\n") }
  }
}
