import CareModel
import Quantities
import ReproducibleNumbers

/// Days put together at random from every value that the model knows, valid in form though not like any service.
enum HandMadeDay {
  static func caseload(seed: UInt64, policy: Policy = Policy()) -> Caseload {
    var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    // The clocks go back in the night after the first of these days.
    let date = CivilDate(daysSinceEpoch: 20_750 + dice.number(0...200))
    let calendar = ServiceCalendar(
      zone: "Europe/London", initialOffset: .zero,
      changes: [
        .init(from: Instant(epochSeconds: 1_774_746_000), offset: Seconds(3600)),
        .init(from: Instant(epochSeconds: 1_792_890_000), offset: .zero),
        .init(from: Instant(epochSeconds: 1_806_195_600), offset: Seconds(3600)),
      ], bankHolidays: [date])
    let day = calendar.day(date)
    let places = (0...4).map { place in
      Place(
        id: PlaceID("h-\(place)"), kind: dice.one(of: Place.Kind.allCases),
        position: GeographicPosition(latitudeMicrodegrees: -place * 1000, longitudeMicrodegrees: place),
        area: dice.one(of: AreaKind.allCases), patch: dice.flip() ? "Nörd \"\(place)\"" : nil,
        access: dice.flip() ? Minutes(place) : nil)
    }
    let workers = (0...3).map { worker($0, day, &dice) }
    let people = (0...3).map { person($0, day, &dice) }
    let visits = (0...5).map { visit($0, day, &dice) }
    return Caseload(
      title: dice.flip() ? "Day \(seed)" : "", isInvented: dice.flip(), asOf: day.start, serviceDate: date,
      calendar: calendar, policy: policy, places: places, people: people,
      episodes: people.map { episode($0, date, &dice) }, workers: workers, visits: visits,
      links: (0..<5).map { link($0, &dice) })
  }

  private static func worker(_ number: Int, _ day: InstantInterval, _ dice: inout Dice) -> Worker {
    let start = day.start + Minutes(dice.number(0...240))
    let hours = InstantInterval(start: start, end: start + Minutes(360)) ?? day
    let rest = InstantInterval(start: start + Minutes(60), end: start + Minutes(180)) ?? day
    let duty = DutyPeriod(
      id: DutyID("d"), hours: hours, startPlace: PlaceID("h-0"), endPlace: dice.flip() ? PlaceID("h-1") : nil,
      mode: dice.one(of: TravelMode.allCases),
      breaks: dice.flip() ? [Break(length: Minutes(30), window: rest, isTaken: dice.flip())] : [],
      agreedOvertime: Minutes(dice.number(0...60)))
    return Worker(
      id: WorkerID("w-\(number)"), role: dice.one(of: Role.allCases), skills: dice.flip() ? [Skill("hoist")] : [],
      gender: dice.flip() ? dice.one(of: Gender.allCases) : nil, languages: dice.flip() ? ["Welsh"] : [],
      dutyPeriods: [duty], refusedPeople: dice.flip() ? [PersonID("p-1")] : [],
      record: dice.flip()
        ? WorkingRecord(
          previousDutyEnd: day.start - Minutes(600), nextDutyStart: day.end + Minutes(60),
          minutesWorkedThisWeek: Minutes(dice.number(0...2000)), weeklyMaximum: Minutes(2400)) : WorkingRecord())
  }

  private static func person(_ number: Int, _ day: InstantInterval, _ dice: inout Dice) -> Person {
    Person(
      id: PersonID("p-\(number)"), place: PlaceID("h-\(number)"), coreTeam: dice.flip() ? [WorkerID("w-2")] : [],
      recentVisits: dice.flip() ? [WorkerID("w-0"): dice.number(0...28), WorkerID("w-3"): 1] : [:],
      refusedWorkers: dice.flip() ? [WorkerID("w-3")] : [],
      preferences: [
        Preference(.gender(dice.one(of: Gender.allCases)), dice.one(of: Preference.Strength.allCases)),
        Preference(.language("Welsh"), .weak), Preference(.workers([WorkerID("w-1"), WorkerID("w-0")]), .strong),
      ], suspensions: dice.flip() ? [InstantInterval(at: day.end)] : [],
      hadUncoveredEssentialCallYesterday: dice.flip())
  }

  private static func episode(_ person: Person, _ date: CivilDate, _ dice: inout Dice) -> Episode {
    Episode(
      id: EpisodeID("e-\(person.id)"), person: person.id, kind: dice.one(of: Episode.Kind.allCases),
      startDate: date.adding(days: -dice.number(0...30)),
      extension: dice.flip() ? .init(lastDay: date, authorisedBy: "A", reason: "b\\c") : nil,
      isHandoverRecorded: dice.flip(), stopAtLimit: dice.flip() ? .init(orderedBy: "B") : nil)
  }

  private static func visit(_ number: Int, _ day: InstantInterval, _ dice: inout Dice) -> Visit {
    let start = day.start + Minutes(dice.number(60...120))
    func around(_ minutes: Int, _ start: Instant) -> InstantInterval {
      InstantInterval(start: start - Minutes(minutes), end: start + Minutes(minutes)) ?? day
    }
    let windows = [start, start + Minutes(400)].compactMap {
      WindowAlternative(preferred: around(0, $0), agreed: around(15, $0), safe: around(60, $0))
    }
    let person = "p-\(number % 4)"
    let kinds = Visit.Kind.allCases.filter { $0 != .firstResponse }
    let workers = [WorkerID("w-1"), WorkerID("w-0")]
    let isFact = dice.flip() && dice.flip()
    return Visit(
      id: VisitID("v-\(number)"), person: PersonID(person), kind: dice.one(of: kinds),
      episode: dice.flip() ? EpisodeID("e-\(person)") : nil, mode: dice.one(of: [.home, .telephone, .video]),
      place: dice.flip() ? PlaceID("h-4") : nil,
      demands: [
        Demand(
          roles: dice.flip() ? [.nurse, .careManager] : [], skills: [Skill("b"), Skill("a")], length: Minutes(30)),
        Demand(length: Minutes(15)),
      ], windows: dice.flip() ? windows : Array(windows.prefix(1)),
      consequence: dice.one(of: Consequence.allCases), isTimeCritical: dice.flip(),
      preferences: dice.flip() ? [Preference(.gender(.male), .weak)] : [],
      refusedWorkers: dice.flip() ? [WorkerID("w-2")] : [],
      lastPermittedDay: dice.flip() ? CivilDate(daysSinceEpoch: 20_800) : nil,
      lock: dice.flip() ? Lock(workers: dice.flip() ? workers : nil, start: nil, setBy: "C", reason: "d") : nil,
      state: isFact ? .done : .published, published: Visit.Placement(workers: workers, start: start),
      actual: isFact ? Visit.Placement(workers: workers, start: day.start) : nil
    ).withUsefulLock
  }

  private static func link(_ number: Int, _ dice: inout Dice) -> VisitLink {
    VisitLink(
      first: VisitID("v-\(number)"), second: VisitID("v-\(number + 1)"),
      relation: dice.one(of: [
        .sameWorker, .order, .requires, .gap(minimum: .zero, maximum: nil),
        .gap(minimum: Minutes(5), maximum: Minutes(500)),
      ]))
  }
}

extension Visit {
  /// Without a lock that orders nothing.
  fileprivate var withUsefulLock: Visit {
    guard let lock, lock.workers == nil else { return self }
    return Visit(
      id: id, person: person, kind: kind, episode: episode, referral: referral, mode: mode, place: place,
      demands: demands, windows: windows, consequence: consequence, isTimeCritical: isTimeCritical,
      preferences: preferences, refusedWorkers: refusedWorkers, lastPermittedDay: lastPermittedDay, state: state,
      published: published, actual: actual)
  }
}
