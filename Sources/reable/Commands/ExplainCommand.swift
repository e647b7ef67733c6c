import ArgumentParser
import CareModel
import Explanations
import Interchange
import Presentation

/// `reable explain`: why a rota is as it is, and what would change it.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why calls are not done or late, what would free them, and why others are done as they are.",
    discussion: """
      Every reason is found by trying the call against the rota as it stands, worker by worker and place by place. What would free it is one change each:
      another call moved within what its person was told, a worker who stays longer, a wider window, a lock taken back, an hour more of a role. Each was
      tried, and the checker finds no rule broken.
      Without --visit, --worker and --person it is about everything that is not done or not in time, and says what the rota costs.

      Examples:
        reable explain day.json rota.json
        reable explain day.json rota.json --visit v-017 --names names.csv
        reable explain day.json rota.json --person p-014
        reable explain day.json rota.json --worker w-03 --format json --out why.json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var input: RotaInput

  @Option(help: "About this call; may be given several times.")
  var visit: [String] = []

  @Option(help: "About this person's calls; may be given several times.")
  var person: [String] = []

  @Option(help: "About this worker's calls; may be given several times.")
  var worker: [String] = []

  @Option(help: "text or json.")
  var format: Format = .text

  @Option(help: "A file to write to, instead of standard output.")
  var out: String?

  func run() throws {
    let reading = try input.read()
    try reading.requirePublishable(input.rota)
    let question = try question(about: reading.caseload)
    let explanation = explanation(reading, about: question)
    let text =
      switch format {
      case .text:
        ExplanationText(
          explanation, report: reading.report(with: explanation.shortfalls.map(\.explanation)),
          isWhole: question.isOpen
        ).text
      case .json: ExplanationDocument(explanation, of: reading.checked, on: reading.caseload).json
      }
    do {
      if let out { try AtomicFile(path: out).write(text) } else { try Console.deliver(text) }
    } catch let error as FileError {
      throw Refusal.file(error)
    }
  }

  /// A line on standard error tells how far it is; a county has some hundred calls that come late.
  private func explanation(_ reading: RotaInput.Reading, about question: RotaExplanation.Question) -> RotaExplanation {
    let isShown = Console.noteIsTerminal && !input.quiet
    defer { if isShown { Console.writeNote("\r\u{1B}[K") } }
    return RotaExplanation(reading.checked, of: reading.caseload, travel: reading.travel, about: question) {
      if isShown { Console.writeNote("\r\($0) of \($1) calls looked at") }
    }
  }

  /// - Throws: `ExitCode` after naming every id that the day doesn't know.
  private func question(about caseload: Caseload) throws -> RotaExplanation.Question {
    var question = RotaExplanation.Question()
    question.visits = Set(visit.map { VisitID($0) })
    question.people = Set(person.map { PersonID($0) })
    question.workers = Set(worker.map { WorkerID($0) })
    let unknown =
      visit.filter { caseload.visit(VisitID($0)) == nil }.map { ("--visit", $0, "a call") }
      + person.filter { caseload.person(PersonID($0)) == nil }.map { ("--person", $0, "a person") }
      + worker.filter { caseload.worker(WorkerID($0)) == nil }.map { ("--worker", $0, "a worker") }
    guard unknown.isEmpty else {
      throw Refusal.input(
        unknown.map { option, id, what in
          InputProblem(
            code: "reference.unknown", location: option, found: id, expected: "\(what) of this day is expected")
        }, of: input.day.day)
    }
    return question
  }
}
