import LinearProgramming
import Testing

@Suite struct StallWatchTests {
  private func progress(_ value: Double, phase: Int = 2) -> StallWatch.Progress { .init(phase: phase, value: value) }

  @Test("as long as something is gained there is no stall")
  func gains() {
    var watch = StallWatch(slices: 2, pivots: 10)
    for value in stride(from: 100.0, to: 0, by: -1) {
      #expect(watch.next(progress(value), pivots: 50) == .goOn)
      #expect(watch.next(progress(value), pivots: 50) == .goOn)
    }
    #expect(watch.next(progress(500, phase: 3), pivots: 1) == .goOn)
  }

  @Test("a stall needs both its slices and its pivots")
  func both() {
    var watch = StallWatch(slices: 2, pivots: 100)
    for _ in 0..<11 { #expect(watch.next(progress(1), pivots: 9) == .goOn) }
    #expect(watch.next(progress(1 - 1e-14), pivots: 9) == .goOn)
    #expect(watch.next(progress(1), pivots: 9) == .remedy(.longSlice))
  }

  @Test("remedies come in order, and when none helps the solve is stalled")
  func order() {
    var watch = StallWatch(slices: 1, pivots: 0)
    #expect(watch.next(progress(1), pivots: 5) == .goOn)
    for (remedy, after) in [
      (SimplexResult.Remedy.advancedBasis, StallWatch.Advice.remedy(.standardBasis)), (.standardBasis, .stalled),
    ] {
      #expect(watch.next(progress(9), pivots: 5) == .remedy(.longSlice))
      watch.note(.longSlice)
      #expect(watch.wantsLongSlice)
      #expect(watch.next(progress(9), pivots: 2000) == .remedy(remedy))
      watch.note(remedy)
      #expect(!watch.wantsLongSlice && watch.advanceOrEnd == after)
      // The new basis may begin worse.
      #expect(watch.next(progress(9), pivots: 5) == .goOn)
    }
    #expect(watch.next(progress(9), pivots: 5) == .remedy(.longSlice))
    watch.note(.longSlice)
    #expect(watch.next(progress(9), pivots: 2000) == .stalled)
  }

  @Test("a long slice that gains goes back to short ones, and may come again")
  func longAgain() {
    var watch = StallWatch(slices: 1, pivots: 0)
    var value = 50.0
    #expect(watch.next(progress(value), pivots: 5) == .goOn)
    for _ in 0..<5 {
      #expect(watch.next(progress(value), pivots: 5) == .remedy(.longSlice))
      watch.note(.longSlice)
      value -= 1
      #expect(watch.next(progress(value), pivots: 2000) == .goOn)
      #expect(!watch.wantsLongSlice)
    }
  }
}
