package import CareModel
import Quantities

/// Writes a service as the native document: read back, it gives an equal service.
///
/// Canonical: keys in the order of the format, records in order of id, one a line. What was set aside when the service was
/// read is not in it.
package enum ServiceWriter {
  /// The document's text, with a line end at its end.
  package static func text(_ service: Service) -> String {
    DocumentLayout.text(head(service) + DocumentLayout.matrices(service.matrices) + records(service))
  }

  private static func head(_ service: Service) -> [(String, String)] {
    var members: [(String, String)] = [
      ("format", JSONText.text(ServiceReader.format.name).line),
      ("version", JSONText.integer(ServiceReader.format.version).line),
    ]
    if !service.title.isEmpty { members.append(("title", JSONText.text(service.title).line)) }
    return members + [
      ("inventedPeople", JSONText.truth(service.isInvented).line),
      ("asOf", JSONText.text(service.calendar.iso(service.asOf)).line),
      ("calendar", DocumentLayout.calendar(service.calendar).lines(depth: 1, indent: "  ")),
      ("policy", PolicyWriter.json(service.policy).lines(depth: 1, indent: "  ")),
    ]
  }

  private static func records(_ service: Service) -> [(String, String)] {
    let writer = RecordWriter(calendar: service.calendar)
    return DocumentLayout.lists([
      (RecordKind.place.listKey, service.places.map(writer.place)),
      (RecordKind.person.listKey, service.people.map(writer.person)),
      (RecordKind.episode.listKey, service.episodes.map(writer.episodeRecord)),
      (RecordKind.referral.listKey, service.referrals.map(writer.referralRecord)),
      (RecordKind.worker.listKey, service.staff.map(writer.staffMember)),
      (ServiceReader.appointmentsKey, service.appointments.map(writer.appointment)),
    ])
  }
}
