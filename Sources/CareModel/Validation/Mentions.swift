/// A record that another can't do without.
struct HardMention {
  let field: FieldPath
  let kind: RecordKind
  let id: String

  init(_ field: FieldPath, _ kind: RecordKind, _ id: String) {
    self.field = field
    self.kind = kind
    self.id = id
  }
}

/// A record that says which others it can't do without.
protocol Mentioning {
  var hardMentions: [HardMention] { get }
}

extension Place: Mentioning {
  var hardMentions: [HardMention] { [] }
}

extension Person: Mentioning {
  var hardMentions: [HardMention] { [HardMention("place", .place, place.text)] }
}

extension Episode: Mentioning {
  var hardMentions: [HardMention] { [HardMention("person", .person, person.text)] }
}

extension Referral: Mentioning {
  var hardMentions: [HardMention] { [HardMention("person", .person, person.text)] }
}

extension Worker: Mentioning {
  var hardMentions: [HardMention] {
    dutyPeriods.flatMap { duty in
      [HardMention("dutyPeriods", .place, duty.startPlace.text)]
        + (duty.endPlace.map { [HardMention("dutyPeriods", .place, $0.text)] } ?? [])
    }
  }
}

extension Visit: Mentioning {
  var hardMentions: [HardMention] {
    var mentions = [HardMention("person", .person, person.text)]
    episode.map { mentions.append(HardMention("episode", .episode, $0.text)) }
    referral.map { mentions.append(HardMention("referral", .referral, $0.text)) }
    place.map { mentions.append(HardMention("place", .place, $0.text)) }
    if !state.isFact {
      for (place, worker) in (lock?.workers ?? []).enumerated() {
        mentions.append(HardMention(FieldPath("lock").key("workers").item(place), .worker, worker.text))
      }
    }
    for (place, worker) in (actual?.workers ?? []).enumerated() {
      mentions.append(HardMention(FieldPath("actual").key("workers").item(place), .worker, worker.text))
    }
    return mentions
  }
}

extension VisitLink: Mentioning {
  var hardMentions: [HardMention] {
    [HardMention("first", .visit, first.text), HardMention("second", .visit, second.text)]
  }
}
