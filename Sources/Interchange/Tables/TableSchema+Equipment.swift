import CareModel

extension TableSchema {
  static let equipment = TableSchema(
    file: "equipment.csv", recordKind: "equipment",
    meaning: "one order of equipment or telecare, with the call that fits it", inTemplate: true,
    columns: [
      TableColumn("episode", .text, "for whose episode it was ordered; or"),
      TableColumn("referral", .text, "for whose start; not both"),
      TableColumn(
        "order", .text, required: true, "your word for the order, unlike any other order or line of the same person"),
      TableColumn("item", .text, required: true, "what it is"),
      TableColumn("ordered_on", .date, required: true, "when it was ordered"),
      TableColumn("lead_days", .wholeNumber, required: true, "days from order to delivery, as the store says"),
      TableColumn("delivered_on", .date, "when it came; empty while it has not"),
      TableColumn("essential", .yesNo, "yes if nobody may start before it is there"),
      TableColumn("fitted_on", .date, "when it was fitted; empty while it has not been"),
    ]
      + call.map { column in
        switch column.name {
        case "kind": column.with(required: false, meaning: "of the call that fits it; empty means equipment fit")
        case "length_minutes":
          column.with(
            required: false,
            meaning: "how long the fitting takes; nobody has to fit what has none of the columns from kind on")
        default: column.with(required: false)
        }
      },
    examples: [
      [
        "episode": "e-001", "order": "rail", "item": "grab rail", "ordered_on": "20/11/2026", "lead_days": "10",
        "essential": "no", "length_minutes": "45", "two_person": "no", "roles": "occupational therapist",
        "preferred_from": "13:00", "preferred_to": "15:00", "consequence": "low", "how": "home",
      ]
    ])

  /// The columns of ``equipment`` that say something of the call that fits it.
  static let fitColumns = call.map(\.name)
}
