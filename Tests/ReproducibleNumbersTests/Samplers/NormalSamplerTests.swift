import ReproducibleNumbers
import Testing

@Suite("Normal numbers")
struct NormalSamplerTests {
  private var stream: RandomStream { RandomStream(seed: 5, purpose: StreamPurpose("normal")) }

  @Test("mean, variance and the share within one and two deviations are those of the distribution")
  func moments() throws {
    let sampler = try #require(NormalSampler(mean: 30, standardDeviation: 5))
    var stream = stream
    let numbers = (0..<40_000).map { _ in sampler.draw(from: &stream) }
    #expect(SampleMoments(numbers).agree(mean: 30, variance: 25, 0.004, 0.03))
    #expect((26_900...27_700).contains(numbers.filter { ($0 - 30).magnitude < 5 }.count))
    #expect((38_000...38_360).contains(numbers.filter { ($0 - 30).magnitude < 10 }.count))
  }

  @Test("each number costs one draw, and other parameters only shift and stretch it")
  func commonNumbers() throws {
    let one = try #require(NormalSampler(mean: 0, standardDeviation: 1))
    let two = try #require(NormalSampler(mean: 8, standardDeviation: 4))
    var first = stream
    var second = stream
    var plain = stream
    for _ in 0..<100 {
      #expect(8 + 4 * one.draw(from: &first) == two.draw(from: &second))
      _ = plain.next()
    }
    #expect(first == plain)
  }

  @Test("parameters that make no sense give no sampler; a deviation of 0 gives the mean")
  func limits() throws {
    #expect(NormalSampler(mean: .nan, standardDeviation: 1) == nil)
    #expect(NormalSampler(mean: 0, standardDeviation: -1) == nil)
    #expect(NormalSampler(mean: 0, standardDeviation: .infinity) == nil)
    var stream = stream
    #expect(try #require(NormalSampler(mean: 3, standardDeviation: 0)).draw(from: &stream) == 3)
  }
}
