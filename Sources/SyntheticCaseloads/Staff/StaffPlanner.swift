import CareModel
import Quantities
import ReproducibleNumbers

/// Makes the workers who are on shift; each depends on nothing but the seed and its own index.
struct StaffPlanner {
  let parameters: DayParameters
  let hours: ServiceHours
  let map: NeighbourhoodMap

  /// A worker and where they live.
  struct Member: Sendable {
    var worker: Worker
    var home: Place
  }

  func assistant(index: Int) -> Member {
    var stream = RandomStream(seed: parameters.seed, purpose: .workers, index: UInt64(max(index, 0)))
    let id = WorkerID("w-" + PersonPlan.padded(index + 1, to: 2))
    let home = map.home(PlaceID("home-" + id.text), purpose: .workerHomes, index: index)
    let mode = [TravelMode.car, .bicycle, .onFoot][stream.chooseIndex(weights: [80, 13, 7]) ?? 0]
    let goesStraightHome = stream.nextBool(perMille: 400)
    let overtime = stream.nextBool(perMille: 200) ? Minutes(30) : .zero
    let gender: Gender = stream.nextBool(perMille: 800) ? .female : .male
    let language = stream.choose(from: StaffPlanner.languages)
    let speaks = stream.nextBool(perMille: 400)
    // Every third worker has learnt everything, so that no call is beyond a whole shift.
    let isSenior = index % 3 == 0
    let learnt = [(SyntheticSkill.movingAndHandling, 850), (SyntheticSkill.medicines, 900)].filter {
      stream.nextBool(perMille: $0.1) || isSenior
    }
    let worker = Worker(
      id: id, role: .rehabilitationAssistant,
      skills: learnt.map(\.0) + (isSenior ? [SyntheticSkill.firstVisits] : []), gender: gender,
      languages: ["English"] + (speaks ? [language].compactMap { $0 } : []),
      dutyPeriods: duties(
        of: id, pattern: .ofAssistant(index: index), from: home.id, to: goesStraightHome ? nil : home.id, mode: mode,
        overtime: overtime),
      record: record(of: .ofAssistant(index: index), &stream))
    return Member(worker: worker, home: home)
  }

  /// Occupational therapists and physiotherapists in turn, from and to the base by car.
  func therapist(index: Int) -> Member {
    var stream = RandomStream(seed: parameters.seed, purpose: .workers, index: UInt64(max(index, 0)), subindex: 1)
    let id = WorkerID("t-" + PersonPlan.padded(index + 1, to: 2))
    let worker = Worker(
      id: id, role: index % 2 == 0 ? .occupationalTherapist : .physiotherapist,
      skills: [SyntheticSkill.firstVisits, SyntheticSkill.movingAndHandling],
      gender: stream.nextBool(perMille: 750) ? .female : .male, languages: ["English"],
      dutyPeriods: duties(
        of: id, pattern: .office, from: map.base.id, to: map.base.id, mode: .car, overtime: .zero),
      record: record(of: .office, &stream))
    return Member(worker: worker, home: map.base)
  }

  static let languages = ["Arabic", "Gujarati", "Korean", "Polish", "Tamil", "Urdu"]

  private func duties(
    of id: WorkerID, pattern: ShiftPattern, from: PlaceID, to: PlaceID?, mode: TravelMode, overtime: Minutes
  ) -> [DutyPeriod] {
    pattern.hours.enumerated().map { part, shift in
      let breaks = pattern.breakWindow.map {
        [Break(length: Minutes(30), window: hours.interval($0.from, $0.until))]
      }
      return DutyPeriod(
        id: DutyID(id.text + (pattern.hours.count > 1 ? "-" + String(part + 1) : "")),
        hours: hours.interval(shift.from, shift.until), startPlace: from, endPlace: to, mode: mode,
        breaks: breaks ?? [], agreedOvertime: overtime)
    }
  }

  /// Rest enough before and after, and hours enough in hand.
  private func record(of pattern: ShiftPattern, _ stream: inout RandomStream) -> WorkingRecord {
    let worked = stream.nextInt(in: 0...30) * 60
    guard let first = pattern.hours.first, let last = pattern.hours.last else { return WorkingRecord() }
    return WorkingRecord(
      previousDutyEnd: hours.instant(first.from - 1440 + 450), nextDutyStart: hours.instant(last.until + 780),
      minutesWorkedThisWeek: Minutes(worked))
  }
}
