import LinearProgramming
import Testing

@Suite struct BoundsTests {
  @Test("infinite ends are no ends")
  func infiniteEnds() throws {
    #expect(try Bounds(from: -.infinity, to: .infinity) == .free)
    #expect(try Bounds(from: 1, to: .infinity) == .lower(1))
    #expect(try Bounds(from: -.infinity, to: 1) == .upper(1))
    #expect(try Bounds(from: 1, to: 1) == .fixed(1))
    #expect(try Bounds(from: 1, to: 2) == .between(1, 2))
  }

  @Test(
    "ends that no value can keep are refused", arguments: [(2.0, 1.0), (.nan, 1), (1, .nan), (.infinity, .infinity)])
  func impossible(lower: Double, upper: Double) {
    #expect(throws: LinearProgrammingError.self) { try Bounds(from: lower, to: upper) }
  }

  @Test("ends belong to the bounds")
  func ends() {
    #expect(Bounds.between(0, 1).contains(0) && Bounds.between(0, 1).contains(1))
    #expect(!Bounds.between(0, 1).contains(1.5) && !Bounds.fixed(2).contains(1))
    #expect(Bounds.free.least == -.infinity && Bounds.upper(3).greatest == 3)
  }
}
