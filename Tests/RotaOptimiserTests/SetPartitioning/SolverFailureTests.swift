import Glibc
import LinearProgramming
import Quantities
import RotaOptimiser
import Testing

@Suite("GLPK may fail at any call", .serialized)
struct SolverFailureTests {
  @Test(
    "the rota is then no worse than the search's, and the stage says what GLPK said", arguments: [0, 1, 2] as [UInt64])
  func everyCall(seed: UInt64) throws {
    var day = BusyDays.day(seed: seed)
    // Small enough for a solve per call of GLPK.
    day.calls.removeSubrange(11...)
    let (sound, calls) = try FaultInjection.countCalls { try day.solve(budget: 6_000) }
    #expect(sound.stage(.glpk)?.ran == true)
    #expect(sound.stage(.columns)?.ran == true)
    try #require(calls > 20)
    var survived: [Int] = []
    for number in 1...calls + 1 {
      let result = try FaultInjection.failCall(number: number) { try day.solve(budget: 6_000) }
      let search = try #require(result.stage(.search))
      #expect(!search.levels.lexicographicallyPrecedes(result.solution.levels))
      #expect(result.stages.map(\.kind) == [.greedy, .search, .columns, .glpk, .polish])
      for (bound, value) in zip(result.bounds, result.solution.levels) { #expect(bound <= value) }
      var failures = 0
      for kind in [OptimiserStage.Kind.columns, .glpk] {
        let stage = try #require(result.stage(kind))
        switch stage.outcome {
        case .failed(let text):
          failures += 1
          #expect(text.contains("planned") || text.contains("GLPK") || text.contains("Error detected"), "\(text)")
          #expect(stage.levels == result.stage(kind == .glpk ? .columns : .search)?.levels)
        case .improved, .unchanged: break
        case .skipped: Issue.record("call \(number): \(stage)")
        }
      }
      #expect(failures <= 1)
      if failures == 0 { survived.append(number) }
      // What is not the solver's work comes out the same.
      #expect(search.levels == sound.stage(.search)?.levels)
    }
    // Only freeing a program and its environment, at the end of a stage, have nobody to tell.
    #expect(survived.count <= 6, "survived \(survived) of \(calls)")
    #expect(survived.contains(calls + 1))
  }

  @Test("nothing of it reaches standard output or standard error")
  func silence() throws {
    var day = BusyDays.day(seed: 1)
    day.calls.removeSubrange(11...)
    let (_, calls) = try FaultInjection.countCalls { try day.solve(budget: 6_000) }
    let text = try captured {
      _ = "control mark\n".withCString { write(1, $0, 13) }
      for number in stride(from: 1, through: calls, by: 7) {
        _ = try FaultInjection.failCall(number: number) { try day.solve(budget: 6_000) }
      }
    }
    #expect(text.contains("control mark"))
    for words in ["Error detected", "Assertion", "OPTIMAL", "Integer optimization", "GLPK Simplex"] {
      #expect(!text.contains(words), "\(text)")
    }
  }

  /// What a closure writes to standard output and standard error; it is passed on afterwards, as other tests write there too.
  private func captured(_ body: () throws -> Void) throws -> String {
    var path = Array("/tmp/captured-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    try #require(file >= 0)
    unlink(path)
    fflush(nil)
    let saved = (dup(1), dup(2))
    dup2(file, 1)
    dup2(file, 2)
    defer { close(file) }
    let outcome = Result { try body() }
    fflush(nil)
    dup2(saved.0, 1)
    dup2(saved.1, 2)
    close(saved.0)
    close(saved.1)
    let size = Int(lseek(file, 0, SEEK_END))
    var bytes = [UInt8](repeating: 0, count: size)
    let count = pread(file, &bytes, size, 0)
    bytes.removeLast(max(0, size - count))
    _ = write(1, bytes, bytes.count)
    try outcome.get()
    return String(decoding: bytes, as: UTF8.self)
  }
}
