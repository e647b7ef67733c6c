package import CareModel
import Quantities

/// The days of the shipped scenarios, each made to show one thing.
package enum ScenarioDays {
  /// A scenario: the name of its folder and its day.
  package struct Scenario: Sendable {
    package let name: String
    /// What is to be seen in it, in a sentence.
    package let shows: String
    private let make: @Sendable () -> Caseload

    fileprivate init(name: String, shows: String, day: @escaping @Sendable () -> Caseload) {
      self.name = name
      self.shows = shows
      make = day
    }

    /// The day, made anew at each call; the same each time.
    package var day: Caseload { make() }

    /// Invented names of everybody in it, as shipped beside it.
    package var names: [InventedNames.Entry] { InventedNames.list(for: day, seed: 1) }
  }

  /// The scenario with this name.
  package static func named(_ name: String) -> Scenario? { all.first { $0.name == name } }

  /// All scenarios that are generated, in the order of the documentation.
  package static var all: [Scenario] {
    [
      Scenario(
        name: "small-borough-day",
        shows: "92 calls of a small borough; one first visit must be late, and one two-person call is tight.",
        day: { smallBoroughDay }),
      Scenario(
        name: "clock-change-day", shows: "The night of 24 to 25 October 2026, when clocks show 01:30 twice.",
        day: { clockChangeDay }),
      Scenario(
        name: "double-ups", shows: "More than half of the calls need two workers, and an odd number is on duty.",
        day: { doubleUps }),
      Scenario(
        name: "not-enough-staff",
        shows: "A third more work than the assistants can do: who waits is in the right order.",
        day: { notEnoughStaff }),
      Scenario(
        name: "overdue",
        shows: "One overdue hospital discharge a long way off beside many first visits that are still in time.",
        day: { overdue }),
    ]
  }
}

extension Visit {
  /// The same call with other demands and windows.
  func replacing(demands: [Demand], windows: [WindowAlternative]) -> Visit {
    Visit(
      id: id, person: person, kind: kind, episode: episode, referral: referral, mode: mode, place: place,
      demands: demands, windows: windows, consequence: consequence, isTimeCritical: isTimeCritical,
      preferences: preferences, refusedWorkers: refusedWorkers, lastPermittedDay: lastPermittedDay, lock: lock,
      state: state, published: published, actual: actual)
  }
}

extension Worker {
  /// The same worker with one skill more.
  func adding(_ skill: Skill) -> Worker {
    Worker(
      id: id, role: role, skills: skills + [skill], gender: gender, languages: languages, dutyPeriods: dutyPeriods,
      refusedPeople: refusedPeople, record: record)
  }
}
