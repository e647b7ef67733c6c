package import CareModel
import Quantities

/// What came of reading an earlier plan: what it had placed, or everything that was wrong.
package struct PlanReading: Sendable {
  package let plan: PreviousPlan?
  package let problems: [InputProblem]
}

/// Reads back what a plan's document had placed, to start the next plan from.
///
/// Anything that is wrong refuses the document: half a plan would show changes that are none.
package enum PlanReader {
  /// Keys by the names of their definitions in the schema; of the document itself under nil.
  package static let keys: [(object: String?, keys: [String])] = [
    (nil, topLevel), ("start", startKeys), ("call", callKeys),
  ]

  private static let topLevel = [
    "format", "version", "title", "inventedPeople", "asOf", "firstDay", "lastDay", "person", "notInThisPlan",
    "beyondLimit", "starts", "tasks",
    "callsDue", "breaches", "longestWaits", "calls", "capacityByRole", "capacityByPatch", "capacityBySkill",
    "taperProposals", "coreTeams",
    "carePlanOwners", "repeats", "forecastErrors", "reserve", "changes", "levels", "fallback", "agreement",
  ]
  private static let startKeys = [
    "referral", "person", "rank", "patch", "restartOf", "state", "receivedAt", "readyFrom", "deadline",
    "literalDeadline",
    "nationalDeadline", "ringWardFirst", "weeklyMinutesBefore", "weeklyMinutesNow", "outcome", "because", "hold",
    "date",
    "part", "earliest", "rosteredAt", "promised", "lateMinutes",
    "essentialCallsLeftOut", "leftOutBecause",
  ]
  private static let callKeys = [
    "id", "person", "episode", "referral", "date", "part", "from", "until", "kind", "mode", "line", "minutes",
    "workers", "basis",
    "lastPermittedDay", "nobodyOnDuty", "outsideForecast",
  ]

  /// Reads the bytes of a JSON file.
  ///
  /// - Parameters:
  ///   - file: the name that stands in messages.
  ///   - service: what is planned now; only its calendar is used.
  package static func read(json bytes: [UInt8], file: String, for service: Service) -> PlanReading {
    do {
      return read(try JSONParser.parse(bytes, file: file), for: service)
    } catch {
      return PlanReading(plan: nil, problems: [error.problem])
    }
  }

  private static func read(_ root: DocumentValue, for service: Service) -> PlanReading {
    let log = ProblemLog()
    guard DocumentFormat(name: PlanDocument.format, version: PlanDocument.version).isSaid(by: root, log),
      let record = RecordReader(root, path: "", keys: topLevel, log: log)
    else { return PlanReading(plan: nil, problems: log.problems) }
    let asOf = record.instant("asOf", in: service.calendar)
    if let asOf, asOf > service.asOf {
      record.report(
        "asOf", code: "plan.later", found: service.calendar.iso(asOf),
        expected: "a plan made before this one, \(service.calendar.iso(service.asOf)), is expected")
    }
    if let person = record.optionalText("person") {
      record.report(
        "person", code: "plan.onePerson", found: person,
        expected: "a plan of everybody is expected, made without --person")
    }
    if let title = record.optionalText("title"), !service.title.isEmpty, title != service.title {
      record.report(
        "title", code: "plan.otherService", found: title,
        expected: "a plan of this service, \(service.title), is expected")
    }
    var starts: [ReferralID: PreviousPlan.Start] = [:]
    var waiting: Set<ReferralID> = []
    for start in record.objects("starts", keys: startKeys, atMost: CaseloadLimits.records(.referral)) {
      guard let referral = start.identifier("referral", of: Referral.self) else { continue }
      if start.text("outcome") == "waits" { waiting.insert(referral) }
      if let found = read(start: start) { starts[referral] = found }
    }
    var calls: [PreviousPlan.Call: [CivilDate]] = [:]
    var modes: [PreviousPlan.Call: [CivilDate: Visit.Mode]] = [:]
    for call in record.objects("calls", keys: callKeys, atMost: mostCalls) {
      guard let (key, date, mode) = read(call: call) else { continue }
      calls[key, default: []].append(date)
      modes[key, default: [:]][date] = mode
    }
    guard let asOf, log.isEmpty else { return PlanReading(plan: nil, problems: log.problems) }
    return PlanReading(
      plan: PreviousPlan(asOf: asOf, starts: starts, waiting: waiting, calls: calls, modes: modes), problems: [])
  }

  /// More than any plan of twelve weeks has.
  private static let mostCalls = 2_000_000

  /// Nil for somebody who waits, or has been promised a day.
  private static func read(start: RecordReader) -> PreviousPlan.Start? {
    let person = start.identifier("person", of: Person.self)
    guard start.text("outcome") == "starts" else { return nil }
    let isPromised = start.truth("promised", default: false)
    let date = start.date("date")
    let part = start.word("part", of: PartOfDay.self)
    guard let person, let date, let part, !isPromised else { return nil }
    return PreviousPlan.Start(person: person, date: date, part: part)
  }

  /// Nil for a call that stands on the word of a package or an appointment, or belongs to a start.
  private static func read(call: RecordReader) -> (PreviousPlan.Call, CivilDate, Visit.Mode)? {
    let basis = call.word("basis", of: PlannedCall.Basis.self)
    let kind = call.word("kind", of: Visit.Kind.self)
    let mode = call.word("mode", of: Visit.Mode.self)
    let date = call.date("date")
    let episode = call.optionalIdentifier("episode", of: Episode.self)
    let line = call.optionalIdentifier("line", of: PackageLine.self)
    guard basis == .planned, call.value("referral") == nil, let kind, let date, let mode, let episode
    else { return nil }
    return (PreviousPlan.Call(episode: episode, kind: kind, line: line), date, mode)
  }
}
