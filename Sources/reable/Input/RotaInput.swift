import ArgumentParser
import CareModel
import Explanations
import Interchange
import Presentation
import RotaChecking
import TravelTimes

/// A day and a rota that was made of it as it is now, for commands that hand on what the rota says.
struct RotaInput: ParsableArguments {
  @OptionGroup var day: DayOptions

  @Argument(help: "The rota of that day: JSON or CSV.")
  var rota: String

  @Option(help: "A file with id,name: names are joined only when printing.")
  var names: String?

  @Flag(help: "No notes; errors still show.")
  var quiet = false

  /// The two as they were read, the rota held against every rule.
  struct Reading {
    let caseload: Caseload
    let travel: TravelModel
    let checked: CheckedRota
    let names: NameBook

    /// Both with their reasons and names, as outputs to people are written from.
    var report: RotaReport { report(with: explanations) }

    /// The same with reasons that are known already.
    func report(with explanations: [Explanation]) -> RotaReport {
      RotaReport(
        caseload: caseload, checked: checked, explanations: explanations,
        names: PersonNames { names.name(PersonID($0)) })
    }

    /// Why what is uncovered or late is so.
    var explanations: [Explanation] { ReasonFinder(checked, of: caseload, travel: travel).explanations() }
  }

  /// Reads both.
  ///
  /// - Throws: `ExitCode` after saying what is wrong.
  func read() throws -> Reading {
    let (caseload, digest) = try day.read(isQuiet: quiet)
    let book = try InputFile.names(names)
    let rota = try RotaInput.rota(rota, of: caseload, digest: digest, isQuiet: quiet).rota
    let travel = try DayOptions.travel(of: caseload)
    return Reading(
      caseload: caseload, travel: travel, checked: RotaChecker.check(rota, of: caseload, travel: travel), names: book)
  }

  /// A rota that was made of exactly this document, and the digest of its file; one that doesn't say of which is taken, with a note.
  ///
  /// - Parameter digest: the document's.
  /// - Throws: `ExitCode` after saying what is wrong.
  static func rota(
    _ path: String, of caseload: Caseload, digest: String, isQuiet: Bool
  ) throws -> (rota: Rota, digest: String) {
    let found = try InputFile.rota(path, of: caseload)
    switch found.reading.inputDigest {
    case digest?: break
    case nil:
      if !isQuiet { Console.writeNote("\(path) doesn't say of which document it was made: see that it is this one\n") }
    case let other?:
      throw Refusal.input([otherDigest(other, path, digest)], of: path)
    }
    return (found.rota, found.digest)
  }

  private static func otherDigest(_ found: String, _ path: String, _ digest: String) -> InputProblem {
    InputProblem(
      code: "rota.otherDigest", location: path, found: "a rota made of a document with the digest \(found.prefix(12))…",
      expected: "a rota made of the day as it is now, \(digest.prefix(12))…",
      suggestion:
        "the day was changed: make the rota again, or go on from it with reable rota --from; reable check takes any rota"
    )
  }
}

extension RotaInput.Reading {
  /// For what is handed out to people: the rota may break no rule by choice.
  ///
  /// - Throws: `ExitCode` after naming what it breaks.
  func requirePublishable(_ path: String) throws {
    guard !checked.isPublishable else { return }
    let broken = checked.findings.filter { $0.severity == .broken && $0.cause == .choice }
    throw Refusal.input(
      broken.map { finding in
        InputProblem(
          code: "rota.notPublishable", location: path, found: finding.sentence,
          expected: "no rule broken by choice in what is handed out")
      }, of: path)
  }

  /// Ends with 1 where an essential call is uncovered or a record was left out, as making the rota does.
  func exitIfIncomplete(isQuiet: Bool) throws {
    let essential = checked.uncoveredEssentialCalls(of: caseload).count
    let reasons = [
      essential > 0 ? "essential calls not covered: \(essential)" : nil,
      caseload.quarantine.isEmpty ? nil : "records left out: \(caseload.quarantine.count)",
    ].compactMap { $0 }
    guard !reasons.isEmpty else { return }
    if !isQuiet { Console.writeNote("Not complete: \(reasons.joined(separator: "; "))\n") }
    throw ExitReason.incomplete.code
  }
}
