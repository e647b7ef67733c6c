import Quantities

/// Episodes: an extension is longer than nothing, and the referral is the same person's.
enum EpisodeChecks {
  static func problems(_ index: DraftIndex) -> [RecordProblem] {
    index.draft.episodes.flatMap { record -> [RecordProblem] in
      let key = RecordKey(.episode, record.index)
      let episode = record.value
      var problems: [RecordProblem] = []
      if let lastDay = episode.extension?.lastDay, lastDay < episode.startDate {
        problems.append(
          RecordProblem(
            key, FieldPath("extension").key("lastDay"), code: "episode.extension", found: lastDay.description,
            expected: "a day not before the start of the episode, \(episode.startDate), is expected"))
      }
      if let referral = episode.referral.flatMap(index.caseload.referral), referral.person != episode.person {
        problems.append(.otherPerson(key, "referral", of: referral.person, notOf: episode.person))
      }
      return problems
    }
  }
}

extension EpisodeChecks {
  /// What of an episode does nothing though somebody may count on it.
  static func warnings(_ index: DraftIndex) -> [RecordProblem] {
    index.draft.episodes.filter { $0.value.kind.hasLimit }.flatMap { record in
      let key = RecordKey(.episode, record.index)
      return [
        emptyExtension(record.value, key, index.draft.policy), idleStop(record.value, key, index.draft.policy),
      ].compactMap { $0 }
    }
  }

  /// An extension that adds no day to the six weeks: somebody who counts on one is without an authoriser.
  private static func emptyExtension(_ episode: Episode, _ key: RecordKey, _ policy: Policy) -> RecordProblem? {
    guard let lastDay = episode.extension?.lastDay, lastDay >= episode.startDate,
      episode.effectiveExtension(policy: policy) == nil
    else { return nil }
    return RecordProblem(
      key, FieldPath("extension").key("lastDay"), code: "episode.extensionTooShort", found: lastDay.description,
      expected: "a day after the last of the \(policy.reablementDays) days, "
        + "\(episode.lastPermittedDay(policy: policy)), is expected; the extension adds none")
  }

  /// A named person's order to stop, where the service bridges whatever anybody orders.
  private static func idleStop(_ episode: Episode, _ key: RecordKey, _ policy: Policy) -> RecordProblem? {
    guard let stop = episode.stopAtLimit, !episode.isStopOrdered(policy: policy) else { return nil }
    return RecordProblem(
      key, "stopAtLimit", code: "episode.stopNotInForce", found: "ordered by \(stop.orderedBy)",
      expected: "afterLimit stop is expected in the policy for an order to stand; with bridge essential calls go on")
  }
}

/// Referrals: a deadline is not before the request.
enum ReferralChecks {
  static func problems(_ index: DraftIndex) -> [RecordProblem] {
    index.draft.referrals.compactMap { record in
      guard let deadline = record.value.responseDeadline, deadline < record.value.receivedAt else { return nil }
      return RecordProblem(
        RecordKey(.referral, record.index), "responseDeadline", code: "referral.deadline", found: index.said(deadline),
        expected: "a deadline not before the referral was received, \(index.said(record.value.receivedAt)), is expected"
      )
    }
  }
}

extension RecordProblem {
  /// A record names an episode or referral of somebody else.
  static func otherPerson(
    _ key: RecordKey, _ field: FieldPath, of person: PersonID, notOf own: PersonID
  ) -> RecordProblem {
    RecordProblem(
      key, field, code: "reference.otherPerson", found: "one of \(person)",
      expected: "\(field) of the same person, \(own), is expected")
  }
}
