import EpisodePlanning
import ReproducibleNumbers
import Testing

@Suite("Contact time given to calls of a day")
struct DayFlowTests {
  @Test("calls that others could do too make room for calls that they can't")
  func moved() {
    var flow = DayFlow(capacity: [30, 30], demandCount: 2)
    let able = [[0, 1], [0]]
    #expect(flow.take(30, for: 0, able) == 0)
    #expect(flow.given(to: 0, by: 0) == 30)
    #expect(flow.take(30, for: 1, able) == 0)
    #expect(flow.given(to: 0, by: 1) == 30 && flow.given(to: 1, by: 0) == 30)
    #expect(flow.free == [0, 0])
    #expect(flow.take(15, for: 0, able) == 15)
  }

  @Test("as much is placed as Hall's condition allows, in whatever order it is asked for", arguments: 0..<100)
  func mostThatFits(seed: Int) {
    var random = RandomStream(seed: UInt64(seed), purpose: StreamPurpose("test.planning"), index: 1)
    let nodes = 4
    let capacity = (0..<nodes).map { _ in 5 * random.nextInt(below: 8) }
    let able = (0..<4).map { _ in (0..<nodes).filter { _ in random.nextBool(perMille: 500) } }
    let asked = (0..<4).map { _ in 5 * random.nextInt(below: 10) }
    var flow = DayFlow(capacity: capacity, demandCount: 4)
    var missing = 0
    for (demand, minutes) in asked.enumerated() {
      missing += flow.take(minutes / 2, for: demand, able)
    }
    for (demand, minutes) in asked.enumerated().reversed() {
      missing += flow.take(minutes - minutes / 2, for: demand, able)
    }
    // What is missing is the largest excess of a set of calls over all who could do one of them.
    let excess =
      (0..<16).map { subset in
        let demands = (0..<4).filter { subset >> $0 & 1 == 1 }
        let reached = Set(demands.flatMap { able[$0] })
        return demands.reduce(0) { $0 + asked[$1] } - reached.reduce(0) { $0 + capacity[$1] }
      }.max() ?? 0
    #expect(missing == max(0, excess))
    #expect(flow.free.reduce(0, +) == capacity.reduce(0, +) - asked.reduce(0, +) + missing)
    #expect(flow.free.allSatisfy { $0 >= 0 })
  }
}
