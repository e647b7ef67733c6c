import Interchange

/// A small valid service that uses every key of the format, for tests to break.
enum SampleService {
  static let file = "service.json"

  /// Reads the sample with one text in it replaced by another.
  static func reading(replacing old: String = "", with new: String = "") -> ServiceReading {
    ServiceReader.read(json: Array(text(replacing: old, with: new).utf8), file: file)
  }

  static func text(replacing old: String = "", with new: String = "") -> String {
    guard !old.isEmpty, let range = text.firstRange(of: old) else { return text }
    return text[..<range.lowerBound] + new + text[range.upperBound...]
  }

  static let text = #"""
    {
      "format": "reable-service", "version": 1, "title": "Sample", "inventedPeople": true,
      "asOf": "2026-11-24T07:00+00:00",
      "calendar": {"zone": "Europe/London", "dayOriginClock": "05:00", "bankHolidays": ["2026-12-25"],
        "utcOffsets": {"initialOffsetSeconds": 0, "changes": [
          {"from": "2026-03-29T01:00Z", "offsetSeconds": 3600}, {"from": "2026-10-25T01:00Z", "offsetSeconds": 0}]}},
      "policy": {"responseTimeMinutes": 1440, "afterLimit": "bridge"},
      "places": [
        {"id": "base", "kind": "base", "latitudeMicrodegrees": 51410000, "longitudeMicrodegrees": -300000},
        {"id": "clinic", "kind": "clinic", "latitudeMicrodegrees": 51412000, "longitudeMicrodegrees": -300000,
          "clinicSessions": [{"weekdays": ["tuesday"], "hours": {"from": "09:00", "until": "12:00"}, "slots": 4},
            {"hours": {"from": "14:00", "until": "16:00"}, "slots": 2}]},
        {"id": "h-1", "latitudeMicrodegrees": 51411000, "longitudeMicrodegrees": -301000, "patch": "North"},
        {"id": "h-2", "latitudeMicrodegrees": 51413000, "longitudeMicrodegrees": -302000, "patch": "North"}
      ],
      "travelMatrices": [{"mode": "car", "size": 1, "seconds": [0]}],
      "people": [
        {"id": "p-1", "place": "h-1", "coreTeam": ["w-1"], "recentVisits": [{"worker": "w-1", "visits": 12}],
          "suspensions": [{"start": "2026-11-24T06:00+00:00", "end": "2026-11-26T14:00+00:00"}]},
        {"id": "p-2", "place": "h-2"}
      ],
      "episodes": [
        {"id": "e-1", "person": "p-1", "referral": "r-0", "kind": "reablement", "startDate": "2026-11-10",
          "extension": {"lastDay": "2026-12-27", "authorisedBy": "team manager", "reason": "a fall"},
          "handoverRecorded": false, "stopAtLimit": null,
          "packages": [
            {"effectiveFrom": "2026-11-10", "lines": [
              {"id": "morning", "kind": "personalCare", "mode": "home", "place": null,
                "demands": [{"lengthMinutes": 45}, {"roles": ["rehabilitationAssistant"], "lengthMinutes": 45}],
                "preferred": {"from": "08:00", "until": "09:00"}, "agreed": {"from": "07:30", "until": "09:30"},
                "safe": {"from": "07:00", "until": "12:00"}, "consequence": "high", "timeCritical": true,
                "preferences": [{"gender": "female", "strength": "weak"}]},
              {"id": "bed", "kind": "personalCare", "demands": [{"lengthMinutes": 30}],
                "preferred": {"from": "23:30", "until": "00:15"}},
              {"id": "exercise", "weekdays": ["monday", "thursday"], "kind": "therapy", "mode": "clinic",
                "place": "clinic", "demands": [{"skills": ["gait"], "lengthMinutes": 50}],
                "preferred": {"from": "11:00", "until": "12:00"}}],
              "links": [{"first": "morning", "second": "bed", "relation": "gap", "minimumMinutes": 480}]},
            {"effectiveFrom": "2026-11-20", "approval": {"approvedBy": "therapist", "riskNote": "manages at night"},
              "lines": [{"id": "morning", "kind": "personalCare", "demands": [{"lengthMinutes": 30}],
                "preferred": {"from": "08:00", "until": "09:00"}},
                {"id": "walking", "weekdays": ["monday", "tuesday", "wednesday", "thursday", "friday"],
                  "timesAWeek": 2, "daysBetween": 2, "kind": "therapy", "demands": [{"lengthMinutes": 50}],
                  "preferred": {"from": "10:00", "until": "12:00"}}]}],
          "reviews": {"risk": {"level": "low", "setBy": "therapist"}, "modes": ["telephone", "home"]},
          "equipment": [{"id": "rail", "item": "grab rail", "orderedOn": "2026-11-12", "leadDays": 5,
            "deliveredOn": "2026-11-18", "essential": true, "fittedOn": "2026-11-19",
            "fit": {"kind": "equipmentFit", "demands": [{"lengthMinutes": 30}],
              "preferred": {"from": "10:00", "until": "12:00"}}}],
          "callers": [{"worker": "w-1", "weeks": [2, 1]}, {"worker": "left-since", "weeks": [1]}],
          "clocks": {"firstVisitAt": "2026-11-10T13:00+00:00", "carePlanAgreedOn": "2026-11-12",
            "carePlanOwner": "left-since",
            "reviewsHeld": ["2026-11-17"], "predictedEnds": [{"madeOn": "2026-11-12", "end": "2026-12-08"}]},
          "state": "suspended", "plannedEnd": "2026-12-08"},
        {"id": "e-2", "person": "p-2", "startDate": "2026-09-01", "packages": [{"effectiveFrom": "2026-09-01"}],
          "state": "ended", "awaitingOnwardSince": "2026-10-01", "endedOn": "2026-10-12", "endReason": "longTermCare"}
      ],
      "referrals": [
        {"id": "r-0", "person": "p-1", "class": "hospitalDischarge", "receivedAt": "2026-11-09T16:00+00:00",
          "whereabouts": "home"},
        {"id": "r-1", "person": "p-2", "class": "newCommunity", "careHomeRisk": {"setBy": "social worker"},
          "receivedAt": "2026-11-23T16:00+00:00", "readyFrom": "2026-11-24T09:00+00:00", "whereabouts": "home",
          "homecoming": "confirmed", "state": "accepted", "responseDeadline": "2026-11-24T16:00+00:00",
          "baselineMinutesAWeek": 150,
          "contactAssessment": {"heldAt": "2026-11-23T17:00+00:00", "assessedBy": "duty desk", "role": "careManager",
            "needsPersonalCare": true, "canEngage": true},
          "needs": {"firstVisit": {"demands": [{"lengthMinutes": 75}], "preferred": {"from": "10:00", "until": "12:00"},
              "consequence": "high"},
            "lines": [{"id": "tea", "kind": "personalCare", "demands": [{"lengthMinutes": 30}],
              "preferred": {"from": "16:30", "until": "17:30"}}],
            "equipment": [{"id": "bed-lever", "item": "bed lever", "orderedOn": "2026-11-23", "leadDays": 2,
              "essential": true}]}}
      ],
      "workers": [
        {"id": "w-1", "role": "rehabilitationAssistant", "skills": ["gait"], "gender": "female", "languages": ["Tamil"],
          "refusedPeople": ["p-2"], "home": "h-2", "patch": "North", "mode": "car", "startsFrom": "base", "endsAt": "base",
          "contract": {"weeklyMinutes": 2220, "weekends": "alternate", "weeklyMaximumMinutes": 2880},
          "roster": {"anchor": "2026-11-23", "weeks": [
            {"shifts": [{"weekday": "tuesday", "from": "07:00", "until": "14:30",
              "breaks": [{"lengthMinutes": 30, "window": {"from": "10:00", "until": "12:00"}}]}]}, {}]},
          "rosterChanges": [{"date": "2026-11-26", "shifts": [{"from": "22:00", "until": "06:00"}]}],
          "leave": [{"first": "2026-12-21", "last": "2026-12-28"}], "sickness": [{"first": "2027-01-04"}],
          "employed": {"first": "2020-01-06", "last": null}, "agreedOvertimeMinutes": 15}
      ],
      "appointments": [
        {"id": "a-1", "person": "p-1", "episode": "e-1", "date": "2026-11-27", "kind": "review", "mode": "telephone",
          "demands": [{"lengthMinutes": 30}], "preferred": {"from": "10:00", "until": "11:00"},
          "lastPermittedDay": "2026-11-27",
          "published": {"workers": ["w-1"], "start": "2026-11-27T10:00+00:00"}},
        {"id": "a-2", "person": "p-2", "referral": "r-1", "date": "2026-11-25", "kind": "firstResponse",
          "demands": [{"lengthMinutes": 60}], "preferred": {"from": "10:00", "until": "11:00"}},
        {"id": "a-3", "person": "p-1", "episode": "e-1", "date": "2026-11-30", "kind": "therapy", "line": "walking",
          "demands": [{"lengthMinutes": 50}], "preferred": {"from": "10:00", "until": "11:00"}}
      ]
    }
    """#
}
