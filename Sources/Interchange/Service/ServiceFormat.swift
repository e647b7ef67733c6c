/// The keys of the service's document, as its readers know them: what `Documentation/reable-service.schema.json` must list.
///
/// Objects that a day has too (places, people, demands, …) are those of ``DayFormat``.
package enum ServiceFormat {
  /// Kinds of objects by the names of their definitions in the schema, each with its keys in the order of the format.
  package static let keys: [(object: String, keys: [String])] =
    DayFormat.keys.filter { shared.contains($0.object) } + [
      ("episode", EpisodeRecordReader.keys), ("clocks", EpisodeRecordReader.clockKeys),
      ("predictedEnd", EpisodeRecordReader.predictedEndKeys), ("package", PackageVersionReader.keys),
      ("approval", PackageVersionReader.approvalKeys), ("line", PackageLineReader.keys), ("lineLink", LinkReader.keys),
      ("referral", ReferralRecordReader.keys), ("contactAssessment", ReferralRecordReader.assessmentKeys),
      ("needs", ReferralRecordReader.needsKeys), ("firstVisit", ReferralRecordReader.firstVisitKeys),
      ("appointment", AppointmentReader.keys), ("worker", StaffReader.keys), ("contract", StaffReader.contractKeys),
      ("roster", RosterReader.keys), ("week", RosterReader.weekKeys), ("rosteredShift", RosterReader.rosteredShiftKeys),
      ("shift", RosterReader.shiftKeys), ("shiftBreak", RosterReader.breakKeys),
      ("rosterChange", RosterReader.changeKeys), ("dateSpan", RecordReader.dateSpanKeys),
      ("reviews", EpisodeRecordReader.reviewKeys), ("risk", EpisodeRecordReader.riskKeys),
      ("equipmentOrder", EquipmentReader.keys), ("callNeed", CallNeedReader.keys),
    ]

  private static let shared = [
    "calendar", "policy", "place", "clinicSession", "clockInterval", "travelMatrix", "person", "preference", "interval",
    "demand", "placement",
  ]

  /// The keys of the document itself.
  package static let topLevel = ServiceReader.keys
}
