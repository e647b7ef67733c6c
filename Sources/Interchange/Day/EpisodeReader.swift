import CareModel
import Quantities

/// Reads one of `episodes`.
enum EpisodeReader {
  static let keys = [
    "id", "person", "referral", "kind", "startDate", "extension", "handoverRecorded", "stopAtLimit",
  ]
  static let extensionKeys = ["lastDay", "authorisedBy", "reason"]
  static let stopKeys = ["orderedBy"]

  static func read(_ record: RecordReader) -> Episode? {
    let id = record.identifier("id", of: Episode.self)
    let person = record.reference("person", to: .person, of: Person.self)
    let referral = record.value("referral").flatMap { record.identifier($0, "referral") as ReferralID? }
    let kind = record.word("kind", default: Episode.Kind.reablement)
    let startDate = record.date("startDate")
    let longer = record.optionalObject("extension", keys: extensionKeys).flatMap(readExtension)
    let stop = record.optionalObject("stopAtLimit", keys: stopKeys)?.text("orderedBy")
    let isHandedOver = record.truth("handoverRecorded", default: false)
    guard let id, let person, let startDate, record.log.isEmpty else { return nil }
    return Episode(
      id: id, person: person, referral: referral, kind: kind, startDate: startDate, extension: longer,
      isHandoverRecorded: isHandedOver, stopAtLimit: stop.map { Episode.StopOrder(orderedBy: $0) })
  }

  private static func readExtension(_ record: RecordReader) -> Episode.Extension? {
    let lastDay = record.date("lastDay")
    let authorisedBy = record.text("authorisedBy")
    let reason = record.text("reason")
    guard let lastDay, let authorisedBy, let reason else { return nil }
    return Episode.Extension(lastDay: lastDay, authorisedBy: authorisedBy, reason: reason)
  }
}
