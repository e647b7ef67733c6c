import CareModel

extension TableSchema {
  /// Every file of a day's folder, in the order in which somebody fills them in.
  package static let day: [TableSchema] = [
    service, workers, shifts, people, visits, referrals, episodes, places, links,
  ]

  static let service = TableSchema(
    file: "service.csv", recordKind: "service", meaning: "one setting of the day or of the service",
    required: true, inTemplate: true,
    columns: [
      TableColumn("setting", .text, required: true, "its name, see below", example: "title"),
      TableColumn("value", .text, required: true, "what it is set to", example: "My service"),
    ])

  /// The settings of a day's `service.csv` besides the rules of the service, which go by their names in the policy.
  static let daySettings: [TableColumn] = [
    TableColumn("title", .text, required: true, "the name of the service, on every page", example: "My service"),
    TableColumn("invented_people", .yesNo, "yes for a trial with invented people", example: "no"),
    TableColumn("service_date", .date, required: true, "the day to plan", example: "24/11/2026"),
    TableColumn("as_of", .moment, required: true, "nothing is planned before this time", example: "07:00"),
    TableColumn("zone", .text, "the time zone; empty means Europe/London", example: "Europe/London"),
    TableColumn("day_starts_at", .text, "when the service day begins; empty means 05:00", example: "05:00"),
    TableColumn("bank_holidays", .textList, "days, separated by ;"),
  ]

  static let visits = TableSchema(
    file: "visits.csv", recordKind: "visit", meaning: "one call of the day", required: true, inTemplate: true,
    columns: [
      TableColumn("visit", .text, required: true, "your code for the call", example: "v-001"),
      TableColumn("person", .text, required: true, "whom to call on", example: "p-001"),
      TableColumn(
        "kind", .choice(TableChoices(Visit.Kind.self) { $0.printedName }), required: true,
        "what it is for; first response means the first visit", example: "first response"),
      TableColumn("length_minutes", .wholeNumber, required: true, "how long it takes", example: "45"),
      TableColumn("two_person", .yesNo, "yes if two workers are needed together", example: "no"),
      TableColumn(
        "roles", .choiceList(TableChoices(Role.self) { $0.printedName }), "any of these; empty means anybody",
        example: "rehabilitation assistant"),
      TableColumn("skills", .textList, "all of these, as in workers.csv", example: "medication"),
      TableColumn(
        "second_roles", .choiceList(TableChoices(Role.self) { $0.printedName }),
        "the second worker's, where different from the first's"),
      TableColumn("second_skills", .textList, "the second worker's, where different from the first's"),
      TableColumn("second_length_minutes", .wholeNumber, "how long the second worker stays, where different"),
      TableColumn("preferred_from", .moment, required: true, "the start the person would like: from", example: "11:00"),
      TableColumn("preferred_to", .endMoment, "until; empty means exactly at preferred_from", example: "12:00"),
      TableColumn("agreed_from", .moment, "the tolerance told to the person; empty takes the service's"),
      TableColumn("agreed_to", .endMoment, "both or neither"),
      TableColumn("safe_from", .moment, "never earlier than this; empty takes agreed_from"),
      TableColumn("safe_to", .endMoment, "later than this the call counts as missed; both or neither"),
      TableColumn("or_from", .moment, "a second time of day that would do as well: from"),
      TableColumn("or_to", .endMoment, "until"),
      TableColumn(
        "consequence", .choice(TableChoices(Consequence.self)),
        "how bad it is if not done; empty means medium for personal care, low for the rest", example: "medium"),
      TableColumn("time_critical", .yesNo, "yes if it must keep its time (insulin, Parkinson's)", example: "no"),
      TableColumn("how", .choice(TableChoices(Visit.Mode.self)), "empty means home", example: "home"),
      TableColumn("place", .text, "a place of places.csv, if not at the person's home"),
      TableColumn("referral", .text, "for a first visit and the calls of a first day", example: "r-001"),
      TableColumn("episode", .text, "for calls of a running package, as in episodes.csv"),
      TableColumn("preferred_gender", .choice(TableChoices(Gender.self)), "who should come to this call"),
      TableColumn("preferred_language", .text, "a language for this call"),
      TableColumn("preferred_workers", .textList, "workers for this call"),
      strength,
      TableColumn("refused_workers", .textList, "workers who must not be sent to this call"),
      TableColumn("last_day", .date, "for care plans and reviews: the last day that keeps the promise"),
      TableColumn("lock_workers", .textList, "these must do it, in order"),
      TableColumn("lock_start", .moment, "it must start then"),
      TableColumn("lock_by", .text, "who ordered the lock"),
      TableColumn("lock_reason", .text, "why"),
      TableColumn("state", .choice(TableChoices(Visit.State.self)), "empty means planned"),
      TableColumn("published_workers", .textList, "who was told to people, in order"),
      TableColumn("published_start", .moment, "the time that was told"),
      TableColumn("actual_workers", .textList, "for calls under way or done: who did it"),
      TableColumn("actual_start", .moment, "and when it began"),
    ])
}
