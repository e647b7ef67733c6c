/// Open referrals of which nobody can tell whether anybody still waits, because an episode is set aside.
///
/// A start would be planned beside a package that may be running: from the referral that the episode came of, and from whatever
/// else is asked for somebody whose episode isn't over. An episode that is still to begin keeps nobody waiting: who is to start is
/// planned from what the referral asks for.
struct AnswerChecks {
  private let byReferral: [ReferralID: String]
  private let byPerson: [PersonID: String]

  private init(_ episodes: [ServiceDraft.UnreadableEpisode]) {
    let begun = episodes.filter { $0.state != .preStart }
    byReferral = Dictionary(
      begun.compactMap { episode in episode.referral.map { ($0, episode.id) } }, uniquingKeysWith: { first, _ in first }
    )
    byPerson = Dictionary(
      begun.filter { $0.state != .ended }.compactMap { episode in episode.person.map { ($0, episode.id) } },
      uniquingKeysWith: { first, _ in first })
  }

  static func problems(_ draft: ServiceDraft, setAside: Set<RecordKey>) -> [RecordProblem] {
    let found = draft.episodes.filter { setAside.contains(RecordKey(.episode, $0.index)) }.map { record in
      ServiceDraft.UnreadableEpisode(
        id: record.value.id.text, person: record.value.episode.person, referral: record.value.episode.referral,
        state: record.value.state)
    }
    return AnswerChecks(draft.unreadableEpisodes + found).problems(draft.referrals)
  }

  private func problems(_ referrals: [DraftRecord<ReferralRecord>]) -> [RecordProblem] {
    referrals.compactMap { record in
      let referral = record.value.referral
      guard let episode = byReferral[referral.id] ?? (referral.isOpen ? byPerson[referral.person] : nil)
      else { return nil }
      return RecordProblem(
        RecordKey(.referral, record.index), code: "referral.episodeLeftOut", found: episode,
        expected: "this person's episode is itself left out; put it right first, or a start may be planned beside it")
    }
  }
}
