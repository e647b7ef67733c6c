import CareModel
import Quantities
import ReproducibleNumbers

extension TinyDayBuilder {
  static let skills = [Skill("hoist"), Skill("medicines")]

  mutating func addWorkers() {
    for number in 1...workerCount {
      let role: Role = stream.nextBool(perMille: 700) ? .rehabilitationAssistant : .occupationalTherapist
      let skills = TinyDayBuilder.skills.filter { _ in stream.nextBool(perMille: 700) }
      let gender: Gender = stream.nextBool(perMille: 600) ? .female : .male
      let speaks = stream.nextBool(perMille: 400)
      let duties = duties(number: number)
      let refuses = chance(250, of: .refusals)
      draft.workers.append(
        Worker(
          id: WorkerID("w\(number)"), role: role, skills: skills, gender: gender,
          languages: speaks ? ["Polish"] : [], dutyPeriods: duties,
          refusedPeople: refuses ? [PersonID("p1")] : [], record: record(duties)))
    }
  }

  private mutating func duties(number: Int) -> [DutyPeriod] {
    let start = 7 * 60 + 30 + minutes(0...12)
    let end = start + 120 + minutes(0...24)
    guard chance(400, of: .splitDuties) else { return [duty("d\(number)", start, end)] }
    let middle = start + 60 + minutes(0...6)
    return [duty("d\(number)a", start, middle), duty("d\(number)b", middle + minutes(6...12), end + 60)]
  }

  private mutating func duty(_ id: String, _ start: Int, _ end: Int) -> DutyPeriod {
    let places = [PlaceID("base"), PlaceID("home1")]
    let from = places[stream.nextInt(below: 2)]
    let to = stream.nextBool(perMille: 700) ? from : places[stream.nextInt(below: 2)]
    let isOpen = chance(500, of: .openEnds)
    let mode: TravelMode = stream.nextBool(perMille: 700) ? .car : .bicycle
    let overtime = [0, 0, 15, 30][stream.nextInt(below: 4)]
    let last = max(start, end)
    return DutyPeriod(
      id: DutyID(id), hours: draft.hours.interval(start, last), startPlace: from, endPlace: isOpen ? nil : to,
      mode: mode, breaks: breaks(start, last), agreedOvertime: Minutes(features.contains(.overtime) ? overtime : 0))
  }

  /// None, one or two, each with room in its window; they may compete for the same time.
  private mutating func breaks(_ start: Int, _ end: Int) -> [Break] {
    let isTaken = stream.nextBool(perMille: 150)
    let count = chance(700, of: .breaks) ? (chance(200, of: .breaks) ? 2 : 1) : 0
    return (0..<count).compactMap { position in
      let length = minutes(1...5)
      let first = start + minutes(0...12)
      let last = min(end, first + length + minutes(0...12))
      guard last - first >= length else { return nil }
      return Break(
        length: Minutes(length), window: draft.hours.interval(first, last), isTaken: isTaken && position == 0)
    }
  }

  /// Rest and hours that bite by up to half an hour.
  private mutating func record(_ duties: [DutyPeriod]) -> WorkingRecord {
    let which = stream.nextInt(below: 4)
    let bite = Minutes(minutes(0...6))
    guard features.contains(.restRules), let first = duties.first, let last = duties.last else {
      return WorkingRecord()
    }
    let length = duties.reduce(0) { $0 + $1.hours.length.value / 60 }
    switch which {
    case 0: return WorkingRecord(previousDutyEnd: first.hours.start - draft.policy.dailyRest + bite)
    case 1: return WorkingRecord(nextDutyStart: last.hours.end + draft.policy.dailyRest - bite)
    case 2:
      return WorkingRecord(
        minutesWorkedThisWeek: Minutes(1800 - length) + bite, weeklyMaximum: Minutes(1800))
    default: return WorkingRecord()
    }
  }
}
