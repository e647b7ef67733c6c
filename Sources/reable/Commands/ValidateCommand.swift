import ArgumentParser
import CareModel
import Interchange
import Presentation

/// `reable validate`: everything wrong with a day, in one pass.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Say everything that is wrong with a day, without planning it.",
    discussion: """
      Exit 0: nothing is wrong. Exit 1: records would be left out of a rota. Exit 65: no rota could be made.

      Example:
        reable validate myday
      """)

  @OptionGroup var input: DayOptions

  func run() throws {
    let reading = try input.reading()
    guard let caseload = reading.caseload else { throw Refusal.input(reading.problems, of: input.day) }
    if input.refuseBadRecords, !reading.problems.isEmpty { throw Refusal.input(reading.problems, of: input.day) }
    Refusal.listLeftOut(reading, of: input.day)
    _ = try DayOptions.travel(of: caseload)
    let counted = [
      Count.of(caseload.visits.count, "call"), Count.of(caseload.people.count, "person", "people"),
      Count.of(caseload.workers.count, "worker"), Count.of(caseload.referrals.count, "referral"),
    ]
    let counts = "\(counted.joined(separator: ", ")) on \(caseload.serviceDate)"
    guard caseload.quarantine.isEmpty else {
      try Console.deliver("\(counts); \(Count.of(caseload.quarantine.count, "record")) would be left out:\n")
      for record in caseload.quarantine { try Console.deliver("  \(record.kind) \(record.id)\n") }
      throw ExitReason.incomplete.code
    }
    try Console.deliver("\(counts): nothing is wrong\n")
  }
}
