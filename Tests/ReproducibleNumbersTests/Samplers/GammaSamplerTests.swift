import ReproducibleNumbers
import Testing

@Suite("Gamma numbers")
struct GammaSamplerTests {
  @Test("mean and variance are those of the distribution", arguments: [0.2, 0.9, 1, 3, 100])
  func moments(shape: Double) throws {
    let sampler = try #require(GammaSampler(shape: shape, scale: 2))
    var stream = RandomStream(seed: 5, purpose: StreamPurpose("gamma"))
    let numbers = (0..<40_000).map { _ in sampler.draw(from: &stream) }
    #expect(numbers.allSatisfy { $0 >= 0 })
    #expect(SampleMoments(numbers).agree(mean: 2 * shape, variance: 4 * shape, 0.05, 0.12))
  }

  @Test("a shape of 1 is the exponential distribution: a share 1/e lies above the mean")
  func exponential() throws {
    let sampler = try #require(GammaSampler(shape: 1, scale: 1))
    var stream = RandomStream(seed: 5, purpose: StreamPurpose("gamma"))
    let above = (0..<40_000).filter { _ in sampler.draw(from: &stream) > 1 }.count
    #expect((14_300...15_130).contains(above))
  }

  @Test("parameters that make no sense give no sampler")
  func limits() {
    for bad in [0, -1, .nan, .infinity] as [Double] {
      #expect(GammaSampler(shape: bad, scale: 1) == nil)
      #expect(GammaSampler(shape: 1, scale: bad) == nil)
    }
  }
}
