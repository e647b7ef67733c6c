import Interchange

/// A small valid document that uses every key of the format, for tests to break.
enum SampleDay {
  static let file = "day.json"

  /// Reads the sample with one text in it replaced by another.
  static func reading(replacing old: String = "", with new: String = "") -> CaseloadReading {
    DayReader.read(json: Array(text(replacing: old, with: new).utf8), file: file)
  }

  static func text(replacing old: String = "", with new: String = "") -> String {
    guard !old.isEmpty, let range = text.firstRange(of: old) else { return text }
    return text.replacingCharacters(range, with: new)
  }

  static let text = #"""
    {
      "format": "reable-day", "version": 1, "title": "Sample", "inventedPeople": true,
      "asOf": "2026-11-24T07:00+00:00", "serviceDate": "2026-11-24",
      "calendar": {"zone": "Europe/London", "dayOriginClock": "05:00", "bankHolidays": ["2026-12-25"],
        "utcOffsets": {"initialOffsetSeconds": 0, "changes": [
          {"from": "2026-03-29T01:00Z", "offsetSeconds": 3600}, {"from": "2026-10-25T01:00Z", "offsetSeconds": 0}]}},
      "policy": {"responseTimeMinutes": 1440, "missedAfterClock": "23:00", "afterLimit": "bridge"},
      "places": [
        {"id": "base", "kind": "base", "latitudeMicrodegrees": 51410000, "longitudeMicrodegrees": -300000, "matrixIndex": 0},
        {"id": "h-1", "latitudeMicrodegrees": 51411000, "longitudeMicrodegrees": -301000, "area": "innerLondon",
          "patch": "North", "accessMinutes": 4, "matrixIndex": 1},
        {"id": "h-2", "latitudeMicrodegrees": 51412000, "longitudeMicrodegrees": -302000, "matrixIndex": 2}
      ],
      "travelMatrices": [{"mode": "car", "size": 3, "seconds": [0, 300, 400, 300, 0, 200, 400, 200, 0],
        "metres": [0, 900, 1200, 900, 0, 600, 1200, 600, 0]}],
      "people": [
        {"id": "p-1", "place": "h-1", "coreTeam": ["w-1"], "recentVisits": [{"worker": "w-1", "visits": 12}],
          "refusedWorkers": [], "preferences": [{"gender": "female", "strength": "weak"}],
          "suspensions": [{"start": "2026-11-24T12:00+00:00", "end": "2026-11-24T14:00+00:00"}],
          "uncoveredEssentialCallYesterday": true},
        {"id": "p-2", "place": "h-2", "preferences": [{"workers": ["w-2"], "strength": "strong"},
          {"language": "Tamil", "strength": "required"}]}
      ],
      "episodes": [
        {"id": "e-1", "person": "p-1", "referral": "r-1", "kind": "reablement", "startDate": "2026-11-20",
          "extension": {"lastDay": "2027-01-10", "authorisedBy": "J. Doe", "reason": "fracture"},
          "handoverRecorded": false, "stopAtLimit": {"orderedBy": "J. Doe"}}
      ],
      "referrals": [
        {"id": "r-1", "person": "p-1", "class": "newCommunity", "receivedAt": "2026-11-19T09:00+00:00",
          "whereabouts": "home"},
        {"id": "r-2", "person": "p-2", "class": "hospitalDischarge", "careHomeRisk": {"setBy": "ward"},
          "receivedAt": "2026-11-23T15:00+00:00", "readyFrom": "2026-11-24T09:00+00:00", "whereabouts": "inHospital",
          "homecoming": "expected", "state": "accepted", "responseDeadline": "2026-11-24T15:00+00:00",
          "baselineMinutesAWeek": 90}
      ],
      "workers": [
        {"id": "w-1", "role": "rehabilitationAssistant", "skills": ["hoist"], "gender": "female",
          "languages": ["Tamil"], "refusedPeople": [], "dutyPeriods": [
            {"id": "d-1", "start": "2026-11-24T07:00+00:00", "end": "2026-11-24T15:00+00:00", "startPlace": "base",
              "endPlace": "base", "mode": "car", "agreedOvertimeMinutes": 30, "breaks": [{"lengthMinutes": 30,
              "windowStart": "2026-11-24T11:00+00:00", "windowEnd": "2026-11-24T13:00+00:00", "taken": false}]}],
          "record": {"previousDutyEnd": "2026-11-23T15:00+00:00", "nextDutyStart": "2026-11-25T07:00+00:00",
            "minutesWorkedThisWeek": 480, "weeklyMaximumMinutes": 2400}},
        {"id": "w-2", "role": "occupationalTherapist", "dutyPeriods": [
            {"id": "d-1", "start": "2026-11-24T08:00+00:00", "end": "2026-11-24T16:00+00:00", "startPlace": "base",
              "mode": "car"}]}
      ],
      "visits": [
        {"id": "v-1", "person": "p-1", "kind": "personalCare", "episode": "e-1", "mode": "home", "place": "h-1",
          "demands": [{"roles": ["rehabilitationAssistant"], "skills": ["hoist"], "lengthMinutes": 30},
            {"lengthMinutes": 20}],
          "windows": [{"preferred": {"start": "2026-11-24T08:00+00:00", "end": "2026-11-24T08:30+00:00"},
            "agreed": {"start": "2026-11-24T07:45+00:00", "end": "2026-11-24T08:45+00:00"},
            "safe": {"start": "2026-11-24T07:30+00:00", "end": "2026-11-24T10:00+00:00"}}],
          "consequence": "high", "timeCritical": true, "preferences": [], "refusedWorkers": [],
          "lock": {"workers": ["w-1", "w-2"], "start": "2026-11-24T08:15+00:00", "setBy": "A. Coordinator",
            "reason": "asked for"},
          "state": "published", "published": {"workers": ["w-1", "w-2"], "start": "2026-11-24T08:00+00:00"}},
        {"id": "v-2", "person": "p-1", "kind": "review", "episode": "e-1", "demands": [{"lengthMinutes": 45}],
          "windows": [{"preferred": {"start": "2026-11-24T14:30+00:00", "end": "2026-11-24T15:00+00:00"}}],
          "lastPermittedDay": "2026-11-26"},
        {"id": "v-3", "person": "p-2", "kind": "firstResponse", "referral": "r-2", "demands": [{"lengthMinutes": 60}],
          "windows": [{"preferred": {"start": "2026-11-24T09:30+00:00", "end": "2026-11-24T11:00+00:00"}}]},
        {"id": "v-4", "person": "p-2", "kind": "personalCare", "referral": "r-2", "demands": [{"lengthMinutes": 30}],
          "windows": [{"preferred": {"start": "2026-11-24T18:00+00:00", "end": "2026-11-24T18:00+00:00"}},
            {"preferred": {"start": "2026-11-24T12:00+00:00", "end": "2026-11-24T12:30+00:00"}}]},
        {"id": "v-5", "person": "p-2", "kind": "therapy", "mode": "telephone", "demands": [{"lengthMinutes": 15}],
          "windows": [{"preferred": {"start": "2026-11-24T07:00+00:00", "end": "2026-11-24T07:30+00:00"}}],
          "state": "underWay", "actual": {"workers": ["w-1"], "start": "2026-11-24T07:00+00:00"}}
      ],
      "links": [
        {"first": "v-3", "second": "v-4", "relation": "requires"},
        {"first": "v-1", "second": "v-2", "relation": "gap", "minimumMinutes": 60, "maximumMinutes": 600},
        {"first": "v-3", "second": "v-4", "relation": "differentWorker"}
      ]
    }
    """#
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
