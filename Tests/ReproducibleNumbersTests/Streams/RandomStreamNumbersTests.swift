import ReproducibleNumbers
import Testing

@Suite("Numbers from a stream")
struct RandomStreamNumbersTests {
  private var stream: RandomStream { RandomStream(seed: 7, purpose: StreamPurpose("arrivals")) }

  @Test("bounded draws are those of an independent implementation of Lemire's method")
  func knownBoundedDraws() {
    var stream = stream
    let bounds: [UInt64] = [6, 6, 6, 6, 100, 100, 1000, 1_000_000, 1 << 63 - 1, 1 << 63 + 1, 3]
    #expect(
      bounds.map { stream.nextWord(below: $0) }
        == [2, 1, 3, 0, 78, 77, 296, 159_433, 8_112_532_142_921_007_714, 6_037_829_251_894_686_613, 1])
  }

  @Test("the first units are pinned")
  func knownUnits() {
    var stream = stream
    let units = (0..<3).map { _ in stream.nextUnit() }
    #expect(units == [0.3350209268516674, 0.23593385297258762, 0.5062399346928613])
  }

  @Test("a bound of 1 or less gives 0 and draws one number", arguments: [1, 0, -1, Int.min])
  func certainAnswers(bound: Int) {
    var drawn = stream
    var reference = stream
    #expect(drawn.nextInt(below: bound) == 0)
    _ = reference.next()
    #expect(drawn == reference)
  }

  @Test("every range of integers is served and both its ends occur")
  func ranges() {
    var stream = stream
    var seen: Set<Int> = []
    for _ in 0..<200 { seen.insert(stream.nextInt(in: -2...3)) }
    #expect(seen == [-2, -1, 0, 1, 2, 3])
    #expect(stream.nextInt(in: Int.max...Int.max) == Int.max)
    #expect(stream.nextInt(in: Int.min...Int.min) == Int.min)
    let signs = Set((0..<100).map { _ in stream.nextInt(in: Int.min...Int.max) < 0 })
    #expect(signs == [true, false])
    for _ in 0..<100 { #expect(stream.nextInt(in: Int.min...(-1)) < 0) }
  }

  @Test("draws below 20 are uniform by the chi-square test")
  func boundedUniformity() {
    var stream = stream
    var counts = [Int](repeating: 0, count: 20)
    for _ in 0..<40_000 { counts[stream.nextInt(below: 20)] += 1 }
    // The 0.1 % points of chi-square with 19 degrees of freedom, either side.
    #expect((5.41...43.82).contains(chiSquare(counts)))
  }

  @Test("units are uniform by the chi-square test and stay in their range")
  func unitUniformity() {
    var stream = stream
    var counts = [Int](repeating: 0, count: 50)
    var openCounts = counts
    for _ in 0..<40_000 {
      let unit = stream.nextUnit()
      let open = stream.nextOpenUnit()
      #expect(unit >= 0 && unit < 1 && open > 0 && open < 1)
      counts[min(max(Int(unit * 50), 0), 49)] += 1
      openCounts[min(max(Int(open * 50), 0), 49)] += 1
    }
    // The 0.1 % points of chi-square with 49 degrees of freedom, either side.
    #expect((23.98...85.35).contains(chiSquare(counts)))
    #expect((23.98...85.35).contains(chiSquare(openCounts)))
  }

  @Test("a bound of two thirds of all words, where a modulo would double the lower half, is uniform")
  func noModuloBias() {
    var stream = stream
    let bound = UInt64.max / 3 * 2
    let low = (0..<10_000).filter { _ in stream.nextWord(below: bound) < bound / 2 }.count
    #expect((4_800...5_200).contains(low))
  }

  @Test("a chance in thousandths is kept, and always costs one number")
  func chances() {
    var stream = stream
    for chance in [-5, 0] { #expect((0..<500).allSatisfy { _ in !stream.nextBool(perMille: chance) }) }
    for chance in [1000, 2000] { #expect((0..<500).allSatisfy { _ in stream.nextBool(perMille: chance) }) }
    let hits = (0..<20_000).filter { _ in stream.nextBool(perMille: 250) }.count
    #expect((4_750...5_250).contains(hits))
  }

  private func chiSquare(_ counts: [Int]) -> Double {
    let expected = Double(counts.reduce(0, +)) / Double(counts.count)
    return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
  }
}
