package import CareModel
import ReproducibleNumbers

/// Names for the people and workers of an invented day: given names of many cultures, family names that nobody bears.
package enum InventedNames {
  /// One line of a list of names.
  package struct Entry: Hashable, Sendable {
    package let id: String
    package let name: String
  }

  /// A name for each person and worker of a day, people first, in order of id; no name occurs twice in a list.
  ///
  /// The same ids and seed give the same names. A worker's given name follows their gender, where it is known.
  package static func list(for day: Caseload, seed: UInt64) -> [Entry] {
    var taken: Set<String> = []
    let people = day.people.map { entry(id: $0.id.text, gender: nil, title: true, seed: seed, taken: &taken) }
    let workers = day.workers.map { entry(id: $0.id.text, gender: $0.gender, title: false, seed: seed, taken: &taken) }
    return people + workers
  }

  /// A name for each person and worker of a whole service, as for a day.
  package static func list(for service: Service, seed: UInt64) -> [Entry] {
    var taken: Set<String> = []
    let people = service.people.map { entry(id: $0.id.text, gender: nil, title: true, seed: seed, taken: &taken) }
    let staff = service.staff.map { entry(id: $0.id.text, gender: $0.gender, title: false, seed: seed, taken: &taken) }
    return people + staff
  }

  /// A colleague's name that stands in a record: `J. Amberfield`.
  static func colleague(_ stream: inout RandomStream) -> String {
    let given = stream.choose(from: stream.nextBool(perMille: 700) ? women : men) ?? ""
    let family = (stream.choose(from: beginnings) ?? "") + (stream.choose(from: endings) ?? "")
    return "\(given.prefix(1)). \(family)"
  }

  /// `id,name` and one line for each entry.
  package static func csv(_ entries: [Entry]) -> String {
    (["id,name"] + entries.map { "\($0.id),\($0.name)" }).joined(separator: "\n") + "\n"
  }

  private static func entry(
    id: String, gender: Gender?, title: Bool, seed: UInt64, taken: inout Set<String>
  ) -> Entry {
    var digest = StableDigest()
    digest.update(id)
    var stream = RandomStream(seed: seed, purpose: .names, index: digest.value)
    var name = id
    // As many draws as there are names would be enough; after them a number tells namesakes apart.
    for attempt in 0..<50 {
      let isWoman = gender.map { $0 == .female } ?? stream.nextBool(perMille: 600)
      let given = stream.choose(from: isWoman ? women : men) ?? ""
      let family = (stream.choose(from: beginnings) ?? "") + (stream.choose(from: endings) ?? "")
      let address = title ? (isWoman ? "Mrs " : "Mr ") : ""
      name = address + given + " " + family + (attempt == 49 ? " \(id)" : "")
      if taken.insert(name).inserted { break }
    }
    return Entry(id: id, name: name)
  }

  private static let women = [
    "Ada", "Aisha", "Beatrice", "Bronagh", "Carmen", "Chidinma", "Devika", "Dorothy", "Edith", "Elif", "Farida",
    "Fiona",
    "Gwen", "Hye-jin", "Irena", "Joan", "Joyce", "Kamala", "Lakshmi", "Lin", "Mabel", "Mei", "Nasreen", "Olive",
    "Patience",
    "Priya", "Rosa", "Ruth", "Samira", "Sheila", "Siobhan", "Sushila", "Teresa", "Thuy", "Vera", "Wanda", "Yasmin",
    "Zofia",
  ]

  private static let men = [
    "Abel", "Ahmed", "Albert", "Anand", "Arthur", "Benedikt", "Cyril", "Desmond", "Dilip", "Emeka", "Emrys", "Farouk",
    "George", "Harold", "Idris", "Iqbal", "Jin-ho", "Kwame", "Leonard", "Luis", "Manoj", "Mateusz", "Neville", "Omar",
    "Padraig", "Percy", "Rajan", "Ravi", "Reginald", "Sanjay", "Stanley", "Tadeusz", "Tariq", "Victor", "Wei",
    "Winston",
  ]

  private static let beginnings = [
    "Amber", "Barley", "Bramble", "Candle", "Clover", "Copper", "Dapple", "Ember", "Fennel", "Glimmer", "Heather",
    "Juniper", "Kettle", "Lantern", "Maple", "Nettle", "Otter", "Pebble", "Quill", "Ripple", "Saffron", "Teasel",
    "Umber", "Velvet", "Willow", "Yarrow",
  ]

  private static let endings = [
    "bridge", "combe", "dale", "feather", "field", "gate", "hollow", "ley", "mere", "pike", "shore", "stile", "thorn",
    "ware", "wick", "wright",
  ]
}
