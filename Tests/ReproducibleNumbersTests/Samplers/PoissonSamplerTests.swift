import ReproducibleNumbers
import Testing

@Suite("Poisson counts")
struct PoissonSamplerTests {
  private func stream(_ index: UInt64 = 0) -> RandomStream {
    RandomStream(seed: 5, purpose: StreamPurpose("Poisson"), index: index)
  }

  @Test("mean and variance are the mean asked for", arguments: [0.3, 2, 9.99, 10, 40, 1000, 1e9])
  func moments(mean: Double) throws {
    let sampler = try #require(PoissonSampler(mean: mean))
    var stream = stream(1)
    let counts = (0..<20_000).map { _ in Double(sampler.draw(from: &stream)) }
    let tolerance = 4 / (20_000 * mean).squareRoot()
    #expect(SampleMoments(counts).agree(mean: mean, variance: mean, tolerance, 0.06))
  }

  @Test("each count is as frequent as its probability, by the chi-square test", arguments: [4.5, 12.0, 30.0])
  func frequencies(mean: Double) throws {
    let sampler = try #require(PoissonSampler(mean: mean))
    var stream = stream(2)
    var observed = [Int](repeating: 0, count: 100)
    for _ in 0..<40_000 { observed[min(sampler.draw(from: &stream), 99)] += 1 }
    var chiSquare = 0.0
    var cells = 0.0
    var probability = ElementaryFunctions.exp(-mean)
    for count in 0..<100 {
      let expected = 40_000 * probability
      if expected > 5 {
        chiSquare += (Double(observed[count]) - expected) * (Double(observed[count]) - expected) / expected
        cells += 1
      }
      probability *= mean / Double(count + 1)
    }
    // Mean and four standard deviations of chi-square.
    #expect(chiSquare < cells + 4 * (2 * cells).squareRoot(), "\(chiSquare) over \(cells) cells")
  }

  @Test("a mean of 0 gives no event; means that make no sense give no sampler")
  func limits() throws {
    let none = try #require(PoissonSampler(mean: 0))
    var stream = stream()
    #expect((0..<100).allSatisfy { _ in none.draw(from: &stream) == 0 })
    for mean in [-1, .nan, .infinity, 2e9] as [Double] { #expect(PoissonSampler(mean: mean) == nil) }
  }

  @Test("the first counts are pinned")
  func pinned() throws {
    let small = try #require(PoissonSampler(mean: 3))
    let large = try #require(PoissonSampler(mean: 50))
    var stream = stream()
    #expect((0..<10).map { _ in small.draw(from: &stream) } == [3, 3, 3, 0, 1, 4, 2, 1, 1, 2])
    #expect((0..<10).map { _ in large.draw(from: &stream) } == [51, 47, 57, 56, 53, 52, 55, 60, 46, 53])
  }
}
