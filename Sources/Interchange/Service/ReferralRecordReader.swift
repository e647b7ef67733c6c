import CareModel
import Quantities

/// Reads one of a service's `referrals`: the keys of a day's, and what a start would need.
enum ReferralRecordReader {
  static let keys = ReferralReader.keys + ["contactAssessment", "needs"]
  static let assessmentKeys = ["heldAt", "assessedBy", "role", "needsPersonalCare", "canEngage"]
  static let needsKeys = ["firstVisit", "lines", "equipment"]
  static let firstVisitKeys = ["demands", "preferred", "consequence"]

  static func read(_ record: RecordReader, calendar: ServiceCalendar) -> ReferralRecord? {
    let assessment = record.optionalObject("contactAssessment", keys: assessmentKeys).flatMap {
      readAssessment($0, calendar)
    }
    let needs = record.optionalObject("needs", keys: needsKeys).map(readNeeds)
    guard let referral = ReferralReader.read(record, calendar: calendar) else { return nil }
    return ReferralRecord(referral: referral, contactAssessment: assessment, needs: needs)
  }

  private static func readAssessment(
    _ record: RecordReader, _ calendar: ServiceCalendar
  ) -> ReferralRecord.ContactAssessment? {
    let heldAt = record.instant("heldAt", in: calendar)
    let assessedBy = record.text("assessedBy")
    let role = record.word("role", of: Role.self)
    let needsPersonalCare = record.truth("needsPersonalCare")
    let canEngage = record.truth("canEngage")
    guard let heldAt, let assessedBy, let role, let needsPersonalCare, let canEngage else { return nil }
    return ReferralRecord.ContactAssessment(
      heldAt: heldAt, assessedBy: assessedBy, role: role, needsPersonalCare: needsPersonalCare, canEngage: canEngage)
  }

  private static func readNeeds(_ record: RecordReader) -> StartNeeds {
    let first = record.optionalObject("firstVisit", keys: firstVisitKeys).map { reader in
      StartNeeds.FirstVisit(
        demands: VisitReader.demands(reader), preferred: reader.optionalClockInterval("preferred"),
        consequence: reader.optionalWord("consequence"))
    }
    let lines = PackageLineReader.list(record)
    let equipment = EquipmentReader.list(record)
    return StartNeeds(firstVisit: first, lines: lines, equipment: equipment)
  }
}

/// Reads one of `appointments`.
enum AppointmentReader {
  static let keys =
    ["id", "person", "episode", "referral", "date"] + CallNeedReader.keys + ["line", "lastPermittedDay", "published"]

  static func read(_ record: RecordReader, calendar: ServiceCalendar) -> Appointment? {
    let id = record.identifier("id", of: Visit.self)
    let person = record.reference("person", to: .person, of: Person.self)
    let episode = record.optionalReference("episode", to: .episode, of: Episode.self)
    let referral = record.optionalReference("referral", to: .referral, of: Referral.self)
    let date = record.date("date")
    let call = CallNeedReader.read(record)
    let line = record.optionalIdentifier("line", of: PackageLine.self)
    let lastDay = record.optionalDate("lastPermittedDay")
    let published = VisitReader.placement(record, "published", calendar)
    guard let id, let person, let date, let call, record.log.isEmpty else { return nil }
    return Appointment(
      id: id, person: person, episode: episode, referral: referral, date: date, call: call, line: line,
      lastPermittedDay: lastDay, published: published)
  }
}
