import CareModel

extension TableSchema {
  static let people = TableSchema(
    file: "people.csv", recordKind: "person",
    meaning: "one person who is helped; write no names here, only a code of your own", required: true,
    inTemplate: true,
    columns: [
      TableColumn("person", .text, required: true, "your code for the person", example: "p-001"),
      TableColumn("latitude", .degrees, "where the person lives, north of the equator", example: "51.4101"),
      TableColumn("longitude", .degrees, "the same, east of Greenwich; west is negative", example: "-0.3004"),
      TableColumn(
        "area", .choice(TableChoices(AreaKind.self)), "the surroundings; sets how fast one travels",
        example: "town"),
      TableColumn("patch", .text, "your name for the part of the borough", example: "North"),
      TableColumn(
        "access_minutes", .wholeNumber, "parking and getting in; empty takes the usual figure for the area"),
      TableColumn("place", .text, "instead of latitude and longitude: a place of places.csv"),
      TableColumn("core_team", .textList, "workers who know the person", example: "w-01"),
      TableColumn("recent_visits", .workerCounts, "who called in the last 28 days, and how often", example: "w-01: 6"),
      TableColumn("refused_workers", .textList, "workers who must not be sent to this person"),
      TableColumn("preferred_gender", .choice(TableChoices(Gender.self)), "who the person would like to come"),
      TableColumn("preferred_language", .text, "a language that the worker should speak"),
      TableColumn("preferred_workers", .textList, "workers the person would like"),
      strength,
      TableColumn("away_from", .moment, "in hospital or elsewhere from this time; no call then"),
      TableColumn("away_until", .endMoment, "until this time"),
      TableColumn(
        "uncovered_yesterday", .yesNo, "yes if a call that could not wait was not done yesterday", example: "no"),
    ])

  static let strength = TableColumn(
    "preference_strength", .choice(TableChoices(Preference.Strength.self)),
    "how strong the wish in this row is; empty means weak, required means it is a rule")

  static let referrals = TableSchema(
    file: "referrals.csv", recordKind: "referral",
    meaning: "one request for the service whose first visit is still to come, or which a running package came from",
    inTemplate: true,
    columns: [
      TableColumn("referral", .text, required: true, "your code for the referral", example: "r-001"),
      TableColumn("person", .text, required: true, "whom it is about", example: "p-001"),
      TableColumn(
        "class", .choice(TableChoices(ReferralClass.self) { $0.printedName }), required: true, "the order of capacity",
        example: "hospital discharge"),
      TableColumn("received", .moment, required: true, "when it came in; the 24 hours run from here", example: "06:10"),
      TableColumn("ready_from", .moment, "no first visit before this time", example: "11:00"),
      TableColumn(
        "whereabouts", .choice(TableChoices(Referral.Whereabouts.self)), required: true, "where the person is now",
        example: "home"),
      TableColumn(
        "homecoming", .choice(TableChoices(Referral.Homecoming.self)), "for somebody in hospital: how sure it is",
        example: "confirmed"),
      TableColumn("state", .choice(TableChoices(Referral.State.self)), "how far it has got", example: "accepted"),
      TableColumn("care_home_risk_set_by", .text, "who set the flag for care-home risk; empty means no flag"),
      TableColumn("response_deadline", .moment, "when the first visit is due; empty takes 24 hours from receipt"),
      TableColumn(
        "baseline_minutes_a_week", .wholeNumber,
        "long-term support that the person had a week before; somebody of escalating existing needs it"),
    ])

  static let episodes = TableSchema(
    file: "episodes.csv", recordKind: "episode", meaning: "one person's reablement, from its first visit on",
    columns: [
      TableColumn("episode", .text, required: true, "your code for the episode", example: "e-001"),
      TableColumn("person", .text, required: true, "whose it is", example: "p-001"),
      TableColumn("referral", .text, "the referral it came from", example: "r-001"),
      TableColumn("kind", .choice(TableChoices(Episode.Kind.self)), "reablement, or bridging until others take over"),
      TableColumn("start_date", .date, required: true, "the day of the first visit: day 1", example: "10/11/2026"),
      TableColumn("extended_to", .date, "the last day, if a named person allowed more than six weeks"),
      TableColumn("extension_by", .text, "who allowed it"),
      TableColumn("extension_reason", .text, "why"),
      TableColumn("handover_recorded", .yesNo, "yes if somebody has taken over or has set the day"),
      TableColumn("stop_ordered_by", .text, "who ordered that calls stop at the limit"),
    ])
}
