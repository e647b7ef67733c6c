import ReproducibleNumbers
import Testing

@Suite("Overdispersed counts")
struct OverdispersedCountSamplerTests {
  @Test(
    "mean and variance are those asked for",
    arguments: [(0.4, 1.5), (6, 1), (6, 1.3), (6, 4), (50, 2), (300, 1.01)] as [(Double, Double)])
  func moments(mean: Double, ratio: Double) throws {
    let sampler = try #require(OverdispersedCountSampler(mean: mean, varianceRatio: ratio))
    var stream = RandomStream(seed: 6, purpose: StreamPurpose("counts"))
    let counts = (0..<20_000).map { _ in Double(sampler.draw(from: &stream)) }
    let tolerance = 4 * (ratio / (20_000 * mean)).squareRoot()
    #expect(SampleMoments(counts).agree(mean: mean, variance: mean * ratio, tolerance, 0.1))
  }

  @Test("limits: no events at mean 0; a ratio below 1 or no number gives no sampler")
  func limits() throws {
    let none = try #require(OverdispersedCountSampler(mean: 0, varianceRatio: 3))
    var stream = RandomStream(seed: 6, purpose: StreamPurpose("counts"))
    #expect((0..<50).allSatisfy { _ in none.draw(from: &stream) == 0 })
    #expect(OverdispersedCountSampler(mean: 5, varianceRatio: 0.9) == nil)
    #expect(OverdispersedCountSampler(mean: 5, varianceRatio: .nan) == nil)
    #expect(OverdispersedCountSampler(mean: -5, varianceRatio: 2) == nil)
    let wild = try #require(OverdispersedCountSampler(mean: 1e9, varianceRatio: 1e300))
    #expect((0..<50).allSatisfy { _ in wild.draw(from: &stream) >= 0 })
  }
}
