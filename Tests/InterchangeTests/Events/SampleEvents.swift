import CareModel
import Interchange

/// A document with an event of every kind, for the sample day.
enum SampleEvents {
  static func document(_ events: [String]) -> String {
    """
    {"format": "reable-events", "version": 1, "serviceDate": "2026-11-24", "events": [
      \(events.joined(separator: ",\n  "))
    ]}
    """
  }

  static let text = document(all)

  static func text(replacing old: String, with new: String) -> String {
    var changed = text
    if let range = text.firstRange(of: old) { changed.replaceSubrange(range, with: new) }
    return changed
  }

  static func reading(_ text: String = text) -> EventReading? {
    SampleDay.reading().caseload.map { EventReader.read(json: Array(text.utf8), file: "events.json", for: $0) }
  }

  private static func event(_ id: String, _ kind: String, _ rest: String) -> String {
    "{\"id\": \"\(id)\", \"at\": \"2026-11-24T09:40+00:00\", \"kind\": \"\(kind)\", \"reportedBy\": \"desk\", \(rest)}"
  }

  private static let call = """
    {"id": "n-1", "person": "p-1", "kind": "personalCare", "demands": [{"lengthMinutes": 30}], \
    "windows": [{"preferred": {"start": "2026-11-24T15:00+00:00", "end": "2026-11-24T15:30+00:00"}}]}
    """

  static let all = [
    event("e-1", "workerOff", #""worker": "w-1", "from": "2026-11-24T10:00+00:00""#),
    event("e-2", "runningLate", #""worker": "w-1", "minutes": 25"#),
    event("e-3", "cancelled", #""visit": "v-2""#), event("e-4", "refused", #""visit": "v-2""#),
    event("e-5", "noReply", #""visit": "v-2""#), event("e-6", "cutShort", #""visit": "v-2", "minutes": 20"#),
    event("e-7", "takesLonger", #""visit": "v-2", "minutes": 90"#),
    event(
      "e-8", "newWindows",
      #""visit": "v-2", "windows": [{"preferred": {"start": "2026-11-24T15:00+00:00", "end": "2026-11-24T15:30+00:00"}}]"#
    ),
    event("e-9", "toHospital", #""person": "p-1", "until": "2026-11-24T18:00+00:00""#),
    event("e-10", "newCall", #""visits": [\#(call)]"#),
    event(
      "e-11", "newReferral",
      #""referrals": [{"id": "r-9", "person": "p-1", "class": "newCommunity", "receivedAt": "2026-11-24T09:00+00:00", "whereabouts": "home"}], "visits": [\#(call)]"#
    ),
    event(
      "e-12", "providerOutage",
      #""provider": "Northside Care", "people": [{"id": "p-9", "place": "h-1"}], "visits": [\#(call)]"#),
    event("e-13", "workerAdded", #""workers": [{"id": "w-9", "role": "nurse", "dutyPeriods": []}]"#),
    event(
      "e-14", "locked",
      #""visit": "v-2", "lock": {"start": "2026-11-24T15:00+00:00", "latestStart": "2026-11-24T16:00+00:00", "setBy": "A. Shah", "reason": "asked for"}"#
    ), event("e-15", "unlocked", #""visit": "v-2""#),
  ]
}
