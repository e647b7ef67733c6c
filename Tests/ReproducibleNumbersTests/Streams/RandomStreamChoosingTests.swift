import ReproducibleNumbers
import Testing

@Suite("Choosing with a stream")
struct RandomStreamChoosingTests {
  private var stream: RandomStream { RandomStream(seed: 7, purpose: StreamPurpose("arrivals")) }

  @Test("a shuffle is the one of an independent implementation")
  func knownShuffle() {
    var stream = stream
    #expect(stream.shuffled(Array(0..<10)) == [8, 5, 6, 1, 9, 7, 0, 4, 2, 3])
  }

  @Test("a shuffle keeps every item", arguments: [0, 1, 2, 3, 10, 257])
  func permutation(count: Int) {
    var stream = stream
    #expect(stream.shuffled(Array(0..<count)).sorted() == Array(0..<count))
  }

  @Test("a part of a list is shuffled where it stands")
  func slices() {
    var stream = stream
    var items = Array(0..<20)
    stream.shuffle(&items[5..<15])
    #expect(Array(items[..<5]) == Array(0..<5) && Array(items[15...]) == Array(15..<20))
    #expect(items[5..<15].sorted() == Array(5..<15) && items != Array(0..<20))
  }

  @Test("the 24 orders of four items are about equally likely")
  func equallyLikelyOrders() {
    var stream = stream
    var counts: [Int: Int] = [:]
    for _ in 0..<24_000 { counts[stream.shuffled([1, 2, 3, 4]).reduce(0) { $0 * 10 + $1 }, default: 0] += 1 }
    #expect(counts.count == 24)
    let chiSquare = counts.values.reduce(0.0) { $0 + (Double($1) - 1000) * (Double($1) - 1000) / 1000 }
    // The 0.1 % points of chi-square with 23 degrees of freedom, either side.
    #expect((7.53...49.73).contains(chiSquare))
  }

  @Test("a choice is one of the items, and none of none")
  func choices() {
    var stream = stream
    #expect(stream.choose(from: [Int]()) == nil)
    #expect(Set((0..<100).compactMap { _ in stream.choose(from: [10, 20, 30][1...]) }) == [20, 30])
  }

  @Test("several are chosen without repetition, each equally often", arguments: [(-1, 0), (0, 0), (3, 3), (9, 5)])
  func severalChoices(wanted: Int, given: Int) {
    var stream = stream
    var counts = [Int](repeating: 0, count: 5)
    for _ in 0..<5_000 {
      let chosen = stream.choose(wanted, from: [0, 1, 2, 3, 4])
      #expect(chosen.count == given && Set(chosen).count == given)
      for item in chosen { counts[item] += 1 }
    }
    #expect(counts.allSatisfy { abs($0 - given * 1000) < 150 })
  }

  @Test("weights are kept, and none is chosen where all are 0")
  func weights() {
    var stream = stream
    var counts = [0, 0, 0, 0]
    for _ in 0..<10_000 {
      if let position = stream.chooseIndex(weights: [1, 0, 6, 3]) { counts[position] += 1 }
    }
    #expect(counts.reduce(0, +) == 10_000 && counts[1] == 0)
    #expect((850...1_150).contains(counts[0]) && (5_800...6_200).contains(counts[2]))
    for weights in [[], [0, 0], [-3, 0], [Int.max, 1]] { #expect(stream.chooseIndex(weights: weights) == nil) }
    #expect(stream.chooseIndex(weights: [-5, 2, -1]) == 1)
  }
}
