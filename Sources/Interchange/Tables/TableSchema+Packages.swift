import CareModel
import Quantities

extension TableSchema {
  /// What a call must be, whatever its date; times are those of the clock's face.
  static let call: [TableColumn] =
    visits.columns(
      "kind", "length_minutes", "two_person", "roles", "skills", "second_roles", "second_skills",
      "second_length_minutes", "preferred_from", "preferred_to", "agreed_from", "agreed_to", "safe_from", "safe_to",
      "consequence", "time_critical", "how", "place", "preferred_gender", "preferred_language", "preferred_workers",
      "preference_strength"
    ).map { column in
      let isTime =
        ["preferred_", "agreed_", "safe_"].contains { column.name.hasPrefix($0) }
        && (column.name.hasSuffix("_from") || column.name.hasSuffix("_to"))
      return column.with(kind: isTime ? .clock : nil, example: "")
    }

  static let packages = TableSchema(
    file: "packages.csv", recordKind: "package",
    meaning: "one call of a package, on its days of the week: of a running episode, or of what a referral asks for",
    required: true, inTemplate: true,
    columns: [
      TableColumn("episode", .text, "whose package it is; or"),
      TableColumn("referral", .text, "what would be needed after the first visit; not both"),
      TableColumn(
        "effective_from", .date, "for an episode: the day from which this package is in force, in each of its rows"),
      TableColumn("approved_by", .text, "for each package after an episode's first: who allowed the change"),
      TableColumn("risk_note", .text, "and what was thought about its risk; once is enough"),
      TableColumn(
        "line", .text,
        "your word for the call, the same in each package; no calls at all are a row without it and all that follows"),
      TableColumn(
        "weekdays", .choiceList(TableChoices(Weekday.self) { String($0.rawValue.prefix(3)) }),
        "on which days, or on which it may fall; empty means every day"),
      TableColumn(
        "times_a_week", .wholeNumber, "for a call on days of the planner's choosing, therapy mostly: how often a week"),
      TableColumn(
        "days_between", .wholeNumber,
        "from one of these to the next at least; empty means 3 once a week, 2 twice, 1 from three times on"),
    ] + call.map { $0.with(required: false) },
    examples: [
      [
        "episode": "e-001", "effective_from": "10/11/2026", "line": "morning", "kind": "personal care",
        "length_minutes": "45", "two_person": "no", "roles": "rehabilitation assistant", "skills": "medication",
        "preferred_from": "07:30", "preferred_to": "08:30", "consequence": "medium", "time_critical": "no",
        "how": "home",
      ],
      [
        "episode": "e-001", "effective_from": "10/11/2026", "line": "practice",
        "weekdays": "mon; tue; wed; thu; fri", "times_a_week": "2", "kind": "therapy", "length_minutes": "45",
        "two_person": "no", "roles": "occupational therapist",
        "preferred_from": "14:00", "preferred_to": "15:00", "consequence": "low", "time_critical": "no", "how": "home",
      ],
      [
        "referral": "r-002", "line": "morning", "kind": "personal care", "length_minutes": "30", "two_person": "no",
        "roles": "rehabilitation assistant", "preferred_from": "08:30", "preferred_to": "09:30",
        "consequence": "medium", "time_critical": "no", "how": "home",
      ],
    ])

  /// The columns of ``packages`` that say something of a call.
  static let lineColumns = ["line", "weekdays", "times_a_week", "days_between"] + call.map(\.name)

  static let packageLinks = TableSchema(
    file: links.file, recordKind: "link", meaning: "what two calls of one package owe each other",
    columns: [
      TableColumn("episode", .text, required: true, "whose package it is"),
      TableColumn("effective_from", .date, required: true, "the day of the package, as in packages.csv"),
    ]
      + links.columns.map { column in
        switch column.name {
        case "first": column.with(meaning: "the one call, by its line", example: "")
        case "second": column.with(meaning: "the other call, by its line", example: "")
        default: column.with(example: "")
        }
      })

  static let serviceEpisodes = TableSchema(
    file: episodes.file, recordKind: episodes.recordKind, meaning: episodes.meaning, required: true, inTemplate: true,
    columns: episodes.columns + [
      TableColumn(
        "state", .choice(TableChoices(EpisodeRecord.State.self)),
        "pre start: agreed, the first visit is to come; suspended: in hospital; empty means active"),
      TableColumn("first_visit_at", .moment, "when the first visit was"),
      TableColumn("care_plan_agreed", .date, "the day on which outcomes and care plan were agreed"),
      TableColumn("care_plan_owner", .text, "the worker who answers for the plan: a registered professional"),
      TableColumn("reviews_held", .dateList, "the days of the reviews so far"),
      TableColumn(
        "review_risk", .choice(TableChoices(ReviewTerms.Level.self)),
        "at low risk reviews may be by telephone, by video or in a clinic; empty means at home"),
      TableColumn("review_risk_set_by", .text, "who set the risk; both or neither"),
      TableColumn(
        "review_modes", .choiceList(TableChoices(Visit.Mode.self)),
        "how reviews suit the person, of what the risk permits; empty means all of it"),
      TableColumn(
        "predicted_ends", .datedDays, "on which day it was thought that the episode ends on which day; all there were"),
      TableColumn(
        "callers", .workerWeeks, "who has called in which weeks, the first beginning on the start date; all there were"),
      TableColumn("onward_asked_on", .date, "when it was thought about whether somebody must go on caring"),
      TableColumn("needs_onward_care", .yesNo, "and whether somebody must; both or neither"),
      TableColumn("awaiting_onward_since", .date, "ready for a long-term provider since this day"),
      TableColumn("planned_end", .date, "the last day with calls, as agreed with the person"),
      TableColumn("ended_on", .date, "for an ended episode: its last day"),
      TableColumn("end_reason", .choice(TableChoices(EpisodeRecord.EndReason.self)), "and how it ended"),
    ],
    examples: [
      [
        "episode": "e-001", "person": "p-001", "start_date": "10/11/2026", "kind": "reablement", "state": "active",
        "first_visit_at": "10/11/2026 11:20", "care_plan_agreed": "12/11/2026",
        "care_plan_owner": "w-03", "reviews_held": "17/11/2026",
        "predicted_ends": "12/11/2026: 15/12/2026; 17/11/2026: 12/12/2026", "handover_recorded": "no",
      ]
    ])

  static let serviceReferrals = TableSchema(
    file: referrals.file, recordKind: referrals.recordKind, meaning: referrals.meaning, inTemplate: true,
    columns: referrals.columns + [
      TableColumn(
        "assessed_at", .moment, "when the contact assessment was; empty while nobody has spoken with the person"),
      TableColumn("assessed_by", .text, "who asked"),
      TableColumn(
        "assessor_role", .choice(TableChoices(Role.self) { $0.printedName }), "the profession of whoever asked"),
      TableColumn("needs_personal_care", .yesNo, "the answers"),
      TableColumn("can_engage", .yesNo, "all five or none"),
    ]
      + call.filter { firstVisitColumns.contains($0.name) }.map { column in
        switch column.name {
        case "length_minutes":
          column.with(
            required: false,
            meaning:
              "how long the first visit takes; empty while it is not known what is needed, or where it is as usual")
        case "roles":
          column.with(meaning: "the professions that may make it; empty means those of the setting firstResponseRoles")
        case "preferred_from":
          column.with(required: false, meaning: "the start of the first visit that the person would like: from")
        case "consequence": column.with(meaning: "how bad it is if it is not done; empty means medium")
        default: column
        }
      },
    examples: [
      [
        "referral": "r-002", "person": "p-002", "class": "hospital discharge", "received": "23/11/2026 15:30",
        "ready_from": "24/11/2026 11:00", "whereabouts": "home", "homecoming": "confirmed", "state": "accepted",
        "assessed_at": "23/11/2026 16:30", "assessed_by": "the duty care manager", "assessor_role": "care manager",
        "needs_personal_care": "yes", "can_engage": "yes", "length_minutes": "60", "two_person": "no",
        "roles": "occupational therapist; rehabilitation assistant",
      ]
    ])

  /// The columns of a referral that say what its first visit must be.
  static let firstVisitColumns = [
    "length_minutes", "two_person", "roles", "skills", "second_roles", "second_skills", "second_length_minutes",
    "preferred_from", "preferred_to", "consequence",
  ]

  static let appointments = TableSchema(
    file: "appointments.csv", recordKind: "visit",
    meaning: "one call on a day of its own: a review, a therapy session, a first visit that has been promised",
    inTemplate: true,
    columns: [TableColumn("appointment", .text, required: true, "your code for it")]
      + visits.columns("person", "referral", "episode").map { $0.with(example: "") }
      + [TableColumn("date", .date, required: true, "on which day")] + call
      + [TableColumn("line", .text, "the line with times_a_week, or the order of equipment, that it books")]
      + visits.columns("last_day", "published_workers", "published_start").map { column in
        column.name == "published_start"
          ? column.with(meaning: "the time that was told, of the appointment's day") : column
      },
    examples: [
      [
        "appointment": "a-001", "person": "p-001", "episode": "e-001", "date": "24/11/2026", "kind": "review",
        "length_minutes": "45", "two_person": "no", "roles": "occupational therapist", "preferred_from": "10:00",
        "preferred_to": "11:30", "consequence": "medium", "time_critical": "no", "how": "home",
        "last_day": "24/11/2026",
      ]
    ])
}
