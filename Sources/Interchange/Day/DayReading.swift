import CareModel
import Quantities

/// The reading of one document's records: decoded, held against one another, and the bad ones set aside.
struct DayReading {
  private let root: RecordReader
  private let head: DayHead
  private var records: DocumentRecords

  init(root: RecordReader, head: DayHead) {
    self.root = root
    self.head = head
    records = DocumentRecords(root: root, lists: RecordKind.allCases.map { RecordList($0, of: root) })
  }

  /// Reads all records.
  mutating func read() -> CaseloadReading {
    let validation = CaseloadValidator.validate(draft())
    records.noteUnknownMentions()
    // Without `asOf` nothing can be said of what has begun.
    records.note(validation.problems.filter { head.asOf != nil || $0.code != "visit.actualInFuture" })
    let quarantine = records.quarantine
    let isFatal = !root.log.isEmpty
    return CaseloadReading(
      caseload: isFatal ? nil : validation.caseload(quarantine: quarantine),
      problems: root.log.problems + quarantine.flatMap(\.problems),
      warnings: validation.warnings.map(records.located))
  }

  private mutating func draft() -> CaseloadDraft {
    let (calendar, policy) = (head.calendar, head.policy)
    var draft = CaseloadDraft(
      title: head.title, isInvented: head.isInvented,
      asOf: head.asOf ?? calendar.start(of: head.serviceDate), serviceDate: head.serviceDate,
      calendar: calendar, policy: policy, matrices: head.matrices)
    draft.places = records.read(.place, PlaceReader.keys) { PlaceReader.read($0) }
    draft.people = records.read(.person, PersonReader.keys) { PersonReader.read($0, calendar: calendar) }
    draft.episodes = records.read(.episode, EpisodeReader.keys) { EpisodeReader.read($0) }
    draft.referrals = records.read(.referral, ReferralReader.keys) { ReferralReader.read($0, calendar: calendar) }
    draft.workers = records.read(.worker, WorkerReader.keys) {
      WorkerReader.read($0, calendar: calendar, policy: policy)
    }
    draft.visits = records.read(.visit, VisitReader.keys) { VisitReader.read($0, calendar: calendar) }
    draft.links = records.read(.link, LinkReader.keys) { LinkReader.read($0) }
    draft.unreadable = records.unreadable
    draft.unreadableFirstResponses = records.unreadableFirstResponses
    return draft
  }
}
