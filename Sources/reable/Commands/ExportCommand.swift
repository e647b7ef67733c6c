import ArgumentParser
import CareModel
import Interchange
import Presentation
import RotaChecking

/// `reable export`: a rota in the forms that other people and programs take.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Put a rota on paper or into calendars, or hand it to a care system.",
    discussion: """
      ical  a calendar for each worker in the folder --out: initials at most (--names), the patch, no name, address or need.
            Calendars that are there are carried on: changes are told to whoever has them, dropped calls are cancelled.
      runs, desk, phones: pages to print, names joined (--names), to --out or standard output
            runs    a sheet for each worker, a page each
            desk    the whole rota, workers by hours, A3 landscape
            phones  everybody with a call, who comes and when; first who has to hear of a change
      fhir  FHIR R4, a Bundle of ServiceRequest and Appointment with pseudonymous ids, to --out or standard output.

      A rota of a day that has changed since is refused (65); ical and fhir also refuse one that breaks a rule by choice, pages are headed by it.

      Examples:
        reable export day.json rota.json --format runs --out runs.html --names names.csv
        reable export day.json rota.json --format ical --out calendars --names names.csv
        reable export day.json rota.json --format fhir --out rota.fhir.json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case ical, fhir, runs, desk, phones }

  @OptionGroup var input: RotaInput

  @Option(help: "ical, fhir, runs, desk or phones.")
  var format: Format

  @Option(help: "Where to write: a folder for ical, a file for the others.")
  var out: String?

  @Option(
    help: ArgumentHelp(
      "With ical: the folder of the calendars that people have now; --out unless set.", valueName: "folder"))
  var previous: String?

  func validate() throws {
    if format == .ical, out == nil {
      throw ValidationError("--format ical writes a file for each worker: say --out FOLDER")
    }
    if format != .ical, previous != nil { throw ValidationError("--previous goes with --format ical alone") }
  }

  func run() throws {
    let reading = try input.read()
    do {
      switch format {
      case .ical: try writeCalendars(of: reading)
      case .fhir:
        try reading.requirePublishable(input.rota)
        try put(FHIRBundle(reading.checked, of: reading.caseload, explanations: reading.explanations).json)
      case .runs: try put(RunSheetsPage(reading.report).html)
      case .desk: try put(DeskSheet(reading.report).html)
      case .phones: try put(PhoneList(reading.report) { reading.names.phone($0) }.html)
      }
    } catch let error as FileError {
      throw Refusal.file(error)
    }
    try reading.exitIfIncomplete(isQuiet: input.quiet)
  }

  private func writeCalendars(of reading: RotaInput.Reading) throws {
    guard let out else { return }
    try reading.requirePublishable(input.rota)
    let rota = reading.checked.rota
    let earlier = try CalendarFolder.events(in: previous ?? out, on: rota.serviceDate, before: rota.asOf)
    guard earlier.problems.isEmpty else { throw Refusal.input(earlier.problems, of: previous ?? out) }
    let labels = PersonLabels(reading.caseload.people) { person in
      reading.names.knownName(person).map(PersonNames.initials)
    }
    let calendars = WorkerCalendars(
      reading.checked, of: reading.caseload, labels: labels, previous: earlier.events)
    for file in calendars.files { try AtomicFile(path: "\(out)/\(file.name)").write(file.text) }
    if !input.quiet { Console.writeNote("Wrote \(Count.of(calendars.files.count, "calendar")) to \(out)/\n") }
  }

  private func put(_ text: String) throws {
    if let out { try AtomicFile(path: out).write(text) } else { try Console.writeData(text) }
  }
}
