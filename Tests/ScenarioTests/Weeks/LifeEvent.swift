/// What can happen in a service from one morning to the next; each is drawn from a stream of its own.
enum LifeEvent: String, CaseIterable, Sendable {
  case received, assessed, accepted, declined, withdrawn
  case held, confirmed, released
  case homecomingPutOff, homecomingConfirmed
  case packageAgreed, firstVisitPromised, firstVisitMade, firstVisitFailed
  case planAgreed, reviewHeld, callFailed, reviewBooked, endPredicted, packageChanged
  case toHospital, staysLonger, home, heldDaysOver, awayKnownAhead
  case endOrdered, endedEarly, ended, awaitsOnward, onwardAsked, handedOver, extended, stopOrdered
  case workerSick, leftUncovered
}
