extension EpisodePlan {
  /// What of the plan is about one person; what is about the service alone (capacity, rotas, the reserve) is left out.
  package func part(of person: PersonID) -> EpisodePlan {
    let own = starts.filter { $0.person == person }
    let referrals = Set(own.map(\.referral))
    return EpisodePlan(
      asOf: asOf, firstDay: firstDay, lastDay: lastDay, beyondLimit: beyondLimit.filter { $0.person == person },
      starts: own, calls: calls.filter { $0.person == person },
      tasks: tasks.filter { $0.person == person }, callsDue: callsDue.filter { $0.person == person },
      breaches: breaches.filter { $0.person == person }, capacityByRole: [:], capacityByPatch: [:],
      longestWaits: longestWaits.filter { referrals.contains($0.referral) },
      taperProposals: taperProposals.filter { $0.person == person },
      coreTeams: coreTeams.filter { $0.person == person },
      carePlanOwners: carePlanOwners.filter { $0.person == person }, repeats: repeats.filter { $0.person == person },
      account: account, changes: changes?.filter { $0.person == person })
  }
}
