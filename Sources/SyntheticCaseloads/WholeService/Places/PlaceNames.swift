import ReproducibleNumbers

/// Invented names of towns and villages, none twice.
struct PlaceNames {
  private let seed: UInt64
  private let plane: UInt64
  private var taken: Set<String> = []
  private var count = 0

  init(seed: UInt64, plane: UInt64) {
    self.seed = seed
    self.plane = plane
  }

  /// The next name.
  mutating func next() -> String {
    var stream = RandomStream(seed: seed, purpose: .placeNames, index: UInt64(count), subindex: plane)
    count += 1
    for _ in 0..<60 {
      let stem = stream.choose(from: PlaceNames.stems) ?? "Own"
      let ending = stream.choose(from: PlaceNames.endings) ?? "ton"
      let prefix = stream.nextBool(perMille: 150) ? (stream.choose(from: PlaceNames.prefixes) ?? "") + " " : ""
      let name = prefix + stem + ending
      if taken.insert(name).inserted { return name }
    }
    let name = "Place \(count)"
    taken.insert(name)
    return name
  }

  private static let prefixes = ["Great", "Little", "Upper", "Lower", "Old"]

  private static let stems = [
    "Alder", "Barrow", "Brindle", "Calder", "Cinder", "Dunner", "Elver", "Fallow", "Garth", "Hazel", "Inger", "Kelder",
    "Lark", "Marl", "Mickle", "Nether", "Ormer", "Plover", "Quarry", "Rother", "Sallow", "Tarn", "Under", "Wether",
    "Wilder", "Yaffle",
  ]

  private static let endings = [
    "beck", "bourne", "by", "combe", "cote", "den", "fold", "ford", "ham", "holme", "hurst", "ley", "minster", "stead",
    "thorpe", "ton", "wick", "worth",
  ]
}
