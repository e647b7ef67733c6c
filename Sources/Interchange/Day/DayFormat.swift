/// The keys of the native document, as its readers know them: what `Documentation/reable-day.schema.json` must list.
package enum DayFormat {
  /// Kinds of objects by the names of their definitions in the schema, each with its keys in the order of the format.
  package static let keys: [(object: String, keys: [String])] = [
    ("calendar", CalendarReader.keys), ("policy", PolicyReader.keys), ("place", PlaceReader.keys),
    ("clinicSession", PlaceReader.clinicSessionKeys), ("clockInterval", RecordReader.clockIntervalKeys),
    ("travelMatrix", MatrixReader.keys), ("person", PersonReader.keys), ("preference", PreferenceReader.keys),
    ("interval", VisitReader.intervalKeys), ("episode", EpisodeReader.keys), ("referral", ReferralReader.keys),
    ("worker", WorkerReader.keys), ("dutyPeriod", DutyPeriodReader.keys), ("break", DutyPeriodReader.breakKeys),
    ("visit", VisitReader.keys), ("demand", VisitReader.demandKeys), ("window", VisitReader.windowKeys),
    ("lock", VisitReader.lockKeys), ("placement", VisitReader.placementKeys), ("link", LinkReader.keys),
  ]

  /// The keys of the document itself.
  package static let topLevel = DayHeadReader.keys
}
