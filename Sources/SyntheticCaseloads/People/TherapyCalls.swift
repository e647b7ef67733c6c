import CareModel
import Quantities
import ReproducibleNumbers

/// The calls of therapists and of the episode's clocks: therapy, equipment, care plans and reviews.
struct TherapyCalls {
  let parameters: DayParameters
  /// Therapists on duty today.
  let therapists: Int

  var count: Int { therapists * parameters.visitsPerTherapist }

  /// The call with this index, by a fixed round of kinds: half of ten are therapy, one of those a joint one.
  func call(index: Int) -> CallPlan {
    var stream = RandomStream(seed: parameters.seed, purpose: .therapy, index: UInt64(index))
    let isEarly = index % 5 < 2
    let start = isEarly ? 9 * 60 + 15 * stream.nextInt(below: 6) : 11 * 60 + 15 + 15 * stream.nextInt(below: 15)
    let isRemote = stream.nextBool(perMille: parameters.remoteReviewShare.value)
    let days = stream.nextInt(below: 3)
    var call = plain(index: index, start: start)
    call.width = 90
    if call.kind.hasClock {
      // The first of a kind is due today, one in ten is a day late, the others have days in hand.
      let left = index < 10 ? 0 : days == 0 && index % 10 == 4 ? -1 : days
      call.lastPermittedDay = parameters.serviceDate.adding(days: left)
    }
    if call.kind == .review, index % 10 == 8 || isRemote {
      call.mode = index % 20 == 8 ? .telephone : .video
      call.demands = call.demands.map { Demand(roles: $0.roles, length: Minutes(20)) }
      call.lastPermittedDay = parameters.serviceDate.adding(days: 1 + days)
    }
    return call
  }

  private func plain(index: Int, start: Int) -> CallPlan {
    let (occupational, physio) = (Role.occupationalTherapist, Role.physiotherapist)
    func call(_ name: String, _ kind: Visit.Kind, _ roles: [Role], _ minutes: Int) -> CallPlan {
      CallPlan(name: name, kind: kind, start: start, demands: [Demand(roles: roles, length: Minutes(minutes))])
    }
    switch index % 10 {
    case 0: return call("therapy", .therapy, [occupational], 50)
    case 1: return call("therapy", .therapy, [physio], 50)
    case 2: return call("plan", .carePlan, [occupational, physio], 60)
    case 3: return call("therapy", .therapy, [physio], 50)
    case 4: return call("review", .review, [occupational, physio], 45)
    case 5: return call("equipment", .equipmentFit, [occupational, .rehabilitationAssistant], 30)
    case 6:
      var joint = call("therapy", .therapy, [physio], 50)
      joint.demands.append(Demand(roles: [.rehabilitationAssistant], length: Minutes(30)))
      return joint
    case 7: return call("assessment", .assessment, [occupational], 75)
    case 8: return call("review", .review, [occupational, physio], 45)
    default: return call("last-review", .dischargeReview, [occupational, physio], 60)
    }
  }
}
