import CareModel

extension TableSchema {
  static let workers = TableSchema(
    file: "workers.csv", recordKind: "worker", meaning: "one worker; a code, no name", required: true,
    inTemplate: true,
    columns: [
      TableColumn("worker", .text, required: true, "your code for the worker", example: "w-01"),
      TableColumn(
        "role", .choice(TableChoices(Role.self) { $0.printedName }), required: true, "the profession",
        example: "rehabilitation assistant"),
      TableColumn("skills", .textList, "what the worker may do, in your own words", example: "medication; hoist"),
      TableColumn("gender", .choice(TableChoices(Gender.self)), "for wishes about personal care", example: "female"),
      TableColumn("languages", .textList, "besides English", example: ""),
      TableColumn("refused_people", .textList, "people to whom this worker must not be sent"),
      TableColumn("latitude", .degrees, "where the worker starts from, if not from a place", example: "51.4150"),
      TableColumn("longitude", .degrees, "the same, east of Greenwich", example: "-0.2900"),
      TableColumn("area", .choice(TableChoices(AreaKind.self)), "the surroundings there", example: "town"),
      TableColumn("previous_shift_end", .moment, "when the last shift before this day ended; for the 11 hours' rest"),
      TableColumn("next_shift_start", .moment, "when the first shift after this day begins"),
      TableColumn("worked_this_week_minutes", .wholeNumber, "worked so far in the week", example: "960"),
      TableColumn("weekly_maximum_minutes", .wholeNumber, "the worker's own limit; empty takes the service's"),
    ])

  static let shifts = TableSchema(
    file: "shifts.csv", recordKind: "shift", meaning: "one shift of the day; a split shift is two rows",
    required: true, inTemplate: true,
    columns: [
      TableColumn(
        "shift", .text, "your code for the shift; empty makes one of the worker's code and a number",
        example: "w-01-am"),
      TableColumn("worker", .text, required: true, "whose shift it is", example: "w-01"),
      TableColumn("start", .moment, required: true, "paid from", example: "07:00"),
      TableColumn("end", .endMoment, required: true, "paid until", example: "14:00"),
      TableColumn(
        "start_place", .text, "home (the worker's own), or a place of places.csv; empty means home", example: "home"),
      TableColumn(
        "end_place", .text, "where the worker must be back by the end; empty means the way home is not counted",
        example: "home"),
      TableColumn(
        "travel_by", .choice(TableChoices(TravelMode.self)), "how the worker gets about; empty means car",
        example: "car"),
      TableColumn(
        "break_minutes", .wholeNumber,
        "how long the break is; it is given where the run is longer than six hours (breakRequiredAfterMinutes)",
        example: "20"),
      TableColumn("break_from", .moment, "the break lies after this time", example: "10:00"),
      TableColumn("break_until", .endMoment, "and is over by this time", example: "13:00"),
      TableColumn("break_taken", .yesNo, "yes if the break has been had"),
      TableColumn("overtime_minutes", .wholeNumber, "how much longer the worker has agreed to stay", example: "0"),
    ])

  static let places = TableSchema(
    file: "places.csv", recordKind: "place", meaning: "one place that is nobody's home: an office, a clinic",
    columns: [
      TableColumn("place", .text, required: true, "your code for the place", example: "office"),
      TableColumn("kind", .choice(TableChoices(Place.Kind.self)), "what it is", example: "base"),
      TableColumn("latitude", .degrees, required: true, "where it is", example: "51.4120"),
      TableColumn("longitude", .degrees, required: true, "the same, east of Greenwich", example: "-0.3010"),
      TableColumn("area", .choice(TableChoices(AreaKind.self)), "the surroundings", example: "town"),
      TableColumn("patch", .text, "your name for the part of the borough"),
      TableColumn("access_minutes", .wholeNumber, "parking and getting in"),
    ])

  static let links = TableSchema(
    file: "links.csv", recordKind: "link", meaning: "what two calls owe each other",
    columns: [
      TableColumn("first", .text, required: true, "the one call", example: "v-001"),
      TableColumn("second", .text, required: true, "the other call", example: "v-002"),
      TableColumn(
        "relation", .choice(TableChoices(LinkWord.self)), required: true,
        "gap counts from start to start; order: the second begins when the first is over; requires: the second only "
          + "if the first is done", example: "gap"),
      TableColumn("minimum_minutes", .wholeNumber, "for gap: at least so long", example: "120"),
      TableColumn("maximum_minutes", .wholeNumber, "for gap: at most so long", example: "240"),
    ])

  /// The relations of two calls by their names in a document.
  private enum LinkWord: String, CaseIterable {
    case sameStart, gap, order, sameWorker, differentWorker, requires
  }
}
