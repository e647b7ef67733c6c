import ReproducibleNumbers
import Testing

@Suite("Values from a table of weights")
struct DiscreteSamplerTests {
  @Test("values come in proportion to their weights, and never with weight 0")
  func proportions() throws {
    let values = ["none", "one", "two", "three", "four"]
    let sampler = try #require(DiscreteSampler(values: values, weights: [0, 5, 0, 3, 2]))
    var stream = RandomStream(seed: 5, purpose: StreamPurpose("table"))
    var counts: [String: Int] = [:]
    for _ in 0..<20_000 { counts[sampler.draw(from: &stream), default: 0] += 1 }
    #expect(counts.keys.sorted() == ["four", "one", "three"])
    #expect((9_700...10_300).contains(counts["one", default: 0]))
    #expect((5_740...6_260).contains(counts["three", default: 0]))
  }

  @Test("it chooses what the linear search over the same weights chooses")
  func sameAsLinearSearch() throws {
    let weights = [3, 0, 0, 1, 7, 2, 0, 9, 1, 0]
    let sampler = try #require(DiscreteSampler(values: Array(0..<10), weights: weights))
    var one = RandomStream(seed: 5, purpose: StreamPurpose("table"))
    var two = one
    for _ in 0..<1_000 { #expect(sampler.draw(from: &one) == two.chooseIndex(weights: weights)) }
  }

  @Test("weights that make no sense give no sampler")
  func limits() {
    #expect(DiscreteSampler(values: [1, 2], weights: [1]) == nil)
    #expect(DiscreteSampler(values: [1, 2], weights: [2, -1]) == nil)
    #expect(DiscreteSampler(values: [1, 2], weights: [0, 0]) == nil)
    #expect(DiscreteSampler(values: [1, 2], weights: [.max, 1]) == nil)
    #expect(DiscreteSampler(values: [Int](), weights: []) == nil)
  }
}
