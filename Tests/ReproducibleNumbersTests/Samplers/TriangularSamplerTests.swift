import ReproducibleNumbers
import Testing

@Suite("Triangular numbers")
struct TriangularSamplerTests {
  @Test(
    "mean, variance and range are those of the distribution",
    arguments: [(10, 15, 45), (10, 10, 20), (10, 20, 20), (-3, 1, 1.5)] as [(Double, Double, Double)])
  func moments(lowest: Double, mostLikely: Double, highest: Double) throws {
    let sampler = try #require(TriangularSampler(lowest: lowest, mostLikely: mostLikely, highest: highest))
    var stream = RandomStream(seed: 5, purpose: StreamPurpose("triangular"))
    let numbers = (0..<40_000).map { _ in sampler.draw(from: &stream) }
    let (a, c, b) = (lowest, mostLikely, highest)
    let variance = (a * a + b * b + c * c - a * b - a * c - b * c) / 18
    let moments = SampleMoments(numbers)
    #expect((moments.mean - (a + b + c) / 3).magnitude < 4 * (variance / 40_000).squareRoot())
    #expect((moments.variance / variance - 1).magnitude < 0.03)
    #expect(numbers.allSatisfy { $0 >= lowest && $0 <= highest })
    let below = Double(numbers.filter { $0 < mostLikely }.count) / 40_000
    #expect((below - (c - a) / (b - a)).magnitude < 0.01)
  }

  @Test("three equal values give that value; values out of order give no sampler")
  func limits() throws {
    var stream = RandomStream(seed: 5, purpose: StreamPurpose("triangular"))
    #expect(try #require(TriangularSampler(lowest: 4, mostLikely: 4, highest: 4)).draw(from: &stream) == 4)
    #expect(TriangularSampler(lowest: 4, mostLikely: 3, highest: 5) == nil)
    #expect(TriangularSampler(lowest: 4, mostLikely: 6, highest: 5) == nil)
    #expect(TriangularSampler(lowest: .nan, mostLikely: 6, highest: 7) == nil)
    #expect(TriangularSampler(lowest: 0, mostLikely: 6, highest: .infinity) == nil)
  }
}
