import CareModel
import Quantities
import ReproducibleNumbers

/// Everybody who works for a service; each depends on nothing but the parameters and the worker's own number.
struct Establishment: Sendable {
  let parameters: ServiceParameters
  let plane: ServicePlane

  /// A worker and where they live, and the number of the patch they work in.
  struct Member: Sendable {
    let staff: StaffMember
    let home: Place
    let patch: Int
    /// Keys the worker's random numbers: assistants even, therapists odd, so that neither moves the other.
    let key: UInt64
  }

  /// Assistants until the posts are filled, then therapists.
  var members: [Member] { assistants + therapists }

  private var assistants: [Member] {
    let share = (1 - parameters.share(.vacancyPerMille)) * (1 - parameters.share(.staffShortagePerMille))
    let wanted = Int(nearest: parameters.assistantPosts * share * Double(parameters[.wholeTimeMinutesPerWeek]))
    var members: [Member] = []
    var minutes = 0
    while minutes < wanted, members.count < 5000 {
      let member = assistant(members.count)
      let weekly = member.staff.contract.weekly.value
      // The last one only if that comes nearer; nobody's service has no one.
      if minutes + weekly - wanted > wanted - minutes, !members.isEmpty { break }
      members.append(member)
      minutes += max(1, weekly)
    }
    return members
  }

  private var therapists: [Member] {
    let days = Int(nearest: parameters.therapistPosts * 5)
    var members: [Member] = []
    var filled = 0
    while filled < days, members.count < 2000 {
      let member = therapist(members.count, daysLeft: days - filled)
      filled += max(1, member.days)
      members.append(member.member)
    }
    return members
  }

  /// A number from 0 to 1 that fills the line evenly as the index grows: kinds of shift and patches are mixed in any
  /// prefix of the list. Martin Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018 (R3).
  private func even(_ index: Int, _ dimension: Int) -> Double {
    let step = [0.819_172_513_396_164_5, 0.671_043_606_703_789_3, 0.549_700_477_901_970_3][dimension]
    let turned = 0.5 + Double(index) * step
    return turned - Double(Int(turned))
  }

  private func choose<Value>(_ at: Double, _ choices: [(Value, ServiceSetting.Key)]) -> Value? {
    let weights = parameters.weights(choices.map(\.1))
    var level = at * Double(weights.reduce(0, +))
    for (choice, weight) in zip(choices, weights) {
      if level < Double(weight) { return choice.0 }
      level -= Double(weight)
    }
    return choices.last?.0
  }

  private func roster(_ index: Int) -> RosterPlan {
    let (whole, part, small, weekends) = (parameters[.wholeTimeMinutesPerWeek], 1800, 1200, 0)
    let weekly = choose(
      even(index, 1),
      [
        (whole, .contract37PerMille), (part, .contract30PerMille), (small, .contract20PerMille),
        (weekends, .contractWeekendPerMille),
      ])
    let kind = choose(even(index, 2), RosterPlan.Kind.keyed) ?? .early
    guard let weekly, weekly > 0 else { return .weekendsOnly(isEarly: index % 2 == 0) }
    let isShort = kind == .shortMorning || kind == .shortEvening
    return .alternating(kind, weekly: isShort ? 1500 : weekly, phase: index % 10)
  }

  private func assistant(_ index: Int) -> Member {
    let key = UInt64(index) << 1
    var stream = RandomStream(seed: parameters.seed, purpose: .staffMembers, index: key)
    let patch = min(plane.patches.count - 1, Int(even(index, 0) * Double(plane.patches.count)))
    let id = WorkerID("w-" + PersonPlan.padded(index + 1, to: 3))
    let livesInPatch = stream.nextBool(perMille: parameters[.livesInPatchPerMille])
    let home = plane.home(
      PlaceID("home-" + id.text), purpose: .staffDwellings, index: key, inPatch: livesInPatch ? patch : nil)
    let (car, bicycle) = (parameters[.carPerMille], parameters[.bicyclePerMille])
    let modes = [car, min(bicycle, max(0, 1000 - car)), max(0, 1000 - car - bicycle)]
    let mode = [TravelMode.car, .bicycle, .onFoot][stream.chooseIndex(weights: modes) ?? 0]
    let goesStraightHome = stream.nextBool(perMille: parameters[.straightHomePerMille])
    let hasOvertime = stream.nextBool(perMille: parameters[.overtimePerMille])
    let isSenior = stream.nextBool(perMille: parameters[.seniorPerMille]) || index == 0
    let learnt: [(Skill, ServiceSetting.Key)] = [
      (SyntheticSkill.movingAndHandling, .movingAndHandlingPerMille), (SyntheticSkill.medicines, .medicinesPerMille),
    ]
    let skills = learnt.filter { stream.nextBool(perMille: parameters[$0.1]) || isSenior }.map(\.0)
    let plan = roster(index)
    let base = plane.patches[patch].base.id
    // Who lives far from the patch begins and ends at its base.
    let start = livesInPatch ? home.id : base
    let staff = StaffMember(
      id: id, role: .rehabilitationAssistant,
      skills: skills + (isSenior ? [SyntheticSkill.firstVisits, SyntheticSkill.plansAndReviews] : []),
      gender: gender(&stream), languages: languages(&stream), home: home.id, patch: plane.patches[patch].name,
      mode: mode, startsFrom: start, endsAt: goesStraightHome ? nil : start, contract: plan.contract,
      roster: plan.roster, leave: absence.leave(worker: key, around: parameters.date),
      sickness: absence.sickness(worker: key, knownOn: parameters.date),
      agreedOvertime: hasOvertime ? Minutes(parameters[.overtimeMinutes]) : .zero)
    return Member(staff: staff, home: home, patch: patch, key: key)
  }

  /// Occupational therapists and physiotherapists in turn, from and to a base by car.
  private func therapist(_ index: Int, daysLeft: Int) -> (member: Member, days: Int) {
    let key = UInt64(index) << 1 + 1
    var stream = RandomStream(seed: parameters.seed, purpose: .staffMembers, index: key)
    let patch = min(plane.patches.count - 1, Int(even(index, 0) * Double(plane.patches.count)))
    let id = WorkerID("t-" + PersonPlan.padded(index + 1, to: 3))
    let home = plane.home(PlaceID("home-" + id.text), purpose: .staffDwellings, index: key)
    let isPartTime = stream.nextBool(perMille: parameters[.therapistPartTimePerMille])
    let days = min(daysLeft, isPartTime ? 3 : 5)
    let hasWeekends = stream.nextBool(perMille: parameters[.therapistWeekendPerMille])
    let plan = RosterPlan.office(days: days, hasWeekends: hasWeekends, phase: index % 15)
    let base = plane.patches[patch].base.id
    let staff = StaffMember(
      id: id, role: index % 2 == 0 ? .occupationalTherapist : .physiotherapist,
      skills: [SyntheticSkill.firstVisits, SyntheticSkill.plansAndReviews, SyntheticSkill.movingAndHandling],
      gender: gender(&stream), languages: languages(&stream), home: home.id, patch: plane.patches[patch].name,
      mode: .car, startsFrom: base, endsAt: base, contract: plan.contract, roster: plan.roster,
      leave: absence.leave(worker: key, around: parameters.date),
      sickness: absence.sickness(worker: key, knownOn: parameters.date))
    return (Member(staff: staff, home: home, patch: patch, key: key), days)
  }

  private var absence: AbsencePlanner { AbsencePlanner(parameters: parameters) }

  private func gender(_ stream: inout RandomStream) -> Gender {
    stream.nextBool(perMille: parameters[.womenPerMille]) ? .female : .male
  }

  private func languages(_ stream: inout RandomStream) -> [String] {
    let language = stream.choose(from: StaffPlanner.languages)
    let speaks = stream.nextBool(perMille: parameters[.secondLanguagePerMille])
    return ["English"] + (speaks ? [language].compactMap { $0 } : [])
  }
}
