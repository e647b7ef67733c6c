import CareModel
import Quantities

/// How episodes go on and end: as predicted, early, over the limit, by somebody's word.
extension ServiceLife {
  mutating func moveEpisodesOn() {
    for id in episodes.keys.sorted() {
      guard let record = episodes[id], record.state != .preStart, record.state != .ended else { continue }
      let changed = changed(record)
      episodes[id] = changed
      // What was booked for days behind the end is called off.
      guard let end = changed.endedOn else { continue }
      for (visit, booked) in appointments where booked.episode == id && booked.date > end {
        appointments[visit] = nil
      }
    }
  }

  private mutating func changed(_ record: EpisodeRecord) -> EpisodeRecord {
    let id = record.id.text
    if let ended = record.endedOn, ended <= today {
      return taking(.end(on: ended, reason: .reducedCare), record, .ended)
    }
    if record.plannedEnd == today { return taking(.end(on: today, reason: .independent), record, .ended) }
    let isDue = record.clocks.predictedEnds.last.map { $0.end <= today } ?? false
    if isDue, record.state == .active {
      let turn = draw(.ended, id, in: 0...9)
      if turn < 5 { return taking(.end(on: today, reason: .independent), record, .ended) }
      if turn < 7 { return taking(.awaitOnward(since: today), record, .awaitsOnward) }
    }
    if happens(.endedEarly, id, perMille: 6) {
      return taking(.end(on: today, reason: .declined), record, .endedEarly)
    }
    if record.endedOn == nil, happens(.endOrdered, id, perMille: 5) {
      note(.endOrdered)
      return record.with(endedOn: today.adding(days: draw(.endOrdered, id, in: 1...4)))
    }
    return onward(atLimit(record))
  }

  private mutating func atLimit(_ record: EpisodeRecord) -> EpisodeRecord {
    let id = record.id.text
    let last = record.episode.lastPermittedDay(policy: policy)
    guard record.episode.kind == .reablement, last <= today.adding(days: 3) else { return record }
    if happens(.extended, id, perMille: 80) {
      let lastDay = max(last, today).adding(days: draw(.extended, id, in: 5...14))
      let more = Episode.Extension(lastDay: lastDay, authorisedBy: "team manager", reason: "goals within reach")
      return taking(.extend(more), record, .extended)
    }
    if policy.afterLimit == .stop, record.episode.stopAtLimit == nil, happens(.stopOrdered, id, perMille: 150) {
      note(.stopOrdered)
      return record.with(episode: record.episode.with(stopAtLimit: Episode.StopOrder(orderedBy: "team manager")))
    }
    return record
  }

  private mutating func onward(_ record: EpisodeRecord) -> EpisodeRecord {
    let id = record.id.text
    let isPast = today > record.episode.lastPermittedDay(policy: policy)
    if isPast || record.state == .awaitingOnward, !record.episode.isHandoverRecorded,
      happens(.handedOver, id, perMille: 90)
    {
      note(.handedOver)
      let end = today.adding(days: draw(.handedOver, id, in: 1...3))
      return record.with(episode: record.episode.with(isHandoverRecorded: true), plannedEnd: end)
    }
    if record.episode.dayNumber(on: today) >= policy.clocks.onwardTriggerDay, record.clocks.onwardForecast == nil,
      happens(.onwardAsked, id, perMille: 400)
    {
      note(.onwardAsked)
      let forecast = EpisodeClocks.OnwardForecast(
        madeOn: today, needsOnwardCare: draw(.onwardAsked, id, in: 0...2) == 0)
      return record.with(clocks: record.clocks.with(onwardForecast: forecast))
    }
    return record
  }

  /// The record after a step of the journey; as it was where the step is refused.
  mutating func taking(_ step: EpisodeStep, _ record: EpisodeRecord, _ event: LifeEvent) -> EpisodeRecord {
    guard let next = try? record.taking(step) else { return record }
    note(event)
    return next
  }
}
