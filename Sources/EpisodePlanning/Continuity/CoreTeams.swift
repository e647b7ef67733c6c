import CareModel
import Quantities

/// Proposes for everybody with calls in the coming two weeks who would mostly go, so that at most so many different workers
/// come in a week as are wanted (R34).
///
/// A greedy cover of the person's calls: whoever of the document's core team can do some of them first, then whoever can do most
/// of what is left, known faces and the person's own patch before others. Everybody's time is given out once.
struct CoreTeams {
  private let service: Service
  private let hours: StaffHours
  private let overhead: ContactOverhead
  private let homes: HomePatches
  private let first: CivilDate

  /// Days for which calls are looked at.
  private static let days = 14

  init(_ service: Service, _ hours: StaffHours, _ overhead: ContactOverhead, from first: CivilDate) {
    self.service = service
    self.hours = hours
    self.overhead = overhead
    homes = HomePatches(service)
    self.first = first
  }

  /// In order of person; those with the most calls choose first.
  func proposals(for calls: [PlannedCall]) -> [CoreTeamProposal] {
    var left = minutes()
    let running = Dictionary(
      service.episodes.filter { $0.isRunning(on: service.today) }.map { ($0.episode.person, $0) },
      uniquingKeysWith: { first, _ in first })
    let counted = calls.filter { call in
      (0..<CoreTeams.days).contains(call.date.days(from: first)) && call.basis != .leftOut && call.basis != .tentative
        && !call.isOver(asOf: service.asOf, calendar: service.calendar)
    }
    let byPerson = Dictionary(grouping: counted, by: \.person).sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }
    return byPerson.compactMap { id, calls in
      service.person(id).map { team(for: $0, running[id], calls, &left) }
    }.sorted { $0.person < $1.person }
  }

  /// By member of staff: contact minutes of those days.
  private func minutes() -> [Int] {
    var minutes = Array(repeating: 0, count: service.staff.count)
    for stretch in hours.stretches where stretch.day < CoreTeams.days {
      minutes[stretch.member] += overhead.contact(
        stretch.paid, role: service.staff[stretch.member].role, stretch.part)
    }
    return minutes
  }

  /// What one worker of a call has to be and when.
  private struct Place {
    let call: VisitID
    let demand: Demand
    let day: Int
    let parts: [PartOfDay]
  }

  private func team(
    for person: Person, _ episode: EpisodeRecord?, _ calls: [PlannedCall], _ left: inout [Int]
  ) -> CoreTeamProposal {
    var open = calls.flatMap { call in
      call.need.demands.map { demand in
        Place(
          call: call.id, demand: demand, day: call.date.days(from: first),
          parts: PartOfDay.allCases.filter(call.parts.contains))
      }
    }
    let all = open.count
    let patch = homes.patch(of: person.place)
    let welcome = service.staff.indices.filter { isWelcome(service.staff[$0], person) }
    var team: [WorkerID] = []
    while team.count < service.policy.clocks.wantedWorkersAWeek, !open.isEmpty {
      let found = welcome.filter { !team.contains(service.staff[$0].id) }.map { member in
        (member: member, places: places(of: member, in: open, left[member]))
      }.filter { !$0.places.isEmpty }
      let best = found.min { one, other in
        let (left, right) = (service.staff[one.member], service.staff[other.member])
        return order(left, person, patch, one.places.count) < order(right, person, patch, other.places.count)
      }
      guard let best else { break }
      team.append(service.staff[best.member].id)
      let taken = Set(best.places)
      left[best.member] -= best.places.reduce(0) { $0 + open[$1].demand.length.value }
      open = open.indices.filter { !taken.contains($0) }.map { open[$0] }
    }
    return CoreTeamProposal(
      person: person.id, team: team, covered: all - open.count, calls: all,
      seenLately: person.recentVisits.count { $0.value > 0 }, seenByWeek: episode?.workersByWeek ?? [],
      seenInAll: episode?.callers.count { !$0.weeks.isEmpty } ?? 0)
  }

  private func order(_ member: StaffMember, _ person: Person, _ patch: String?, _ count: Int) -> (
    Int, Int, Int, Int, String
  ) {
    (
      person.coreTeam.contains(member.id) ? 0 : 1, -count, -(person.recentVisits[member.id] ?? 0),
      patch != nil && member.patch == patch ? 0 : 1, member.id.text
    )
  }

  /// The places that a member of staff could take, as long as there is time; of each call one.
  private func places(of member: Int, in open: [Place], _ minutes: Int) -> [Int] {
    var left = minutes
    var calls: Set<VisitID> = []
    return open.indices.filter { index in
      let place = open[index]
      guard place.demand.length.value <= left, place.demand.isMet(by: service.staff[member]),
        place.parts.contains(where: { hours.isOnDuty(member, place.day, $0) }),
        calls.insert(place.call).inserted
      else { return false }
      left -= place.demand.length.value
      return true
    }
  }

  /// Neither refuses the other, and what the person must have is there.
  private func isWelcome(_ staff: StaffMember, _ person: Person) -> Bool {
    !staff.refusedPeople.contains(person.id) && !person.refusedWorkers.contains(staff.id)
      && person.preferences.allSatisfy { $0.strength != .required || $0.isMet(by: staff) }
  }
}
