import Foundation
import Testing

@Suite("bench-loop")
struct BenchLoopTests {
  @Test(
    "places and what was found are the same each time, twice as many passes look at twice the places, and the arrays hold together"
  )
  func repeatable() throws {
    let folder = try WorkFolder()
    func numbers(_ arguments: String...) throws -> [Int] {
      let outcome = try Program.run(["bench-loop"] + arguments, in: folder)
      #expect(outcome.code == 0, "\(outcome.notes)")
      return outcome.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    }
    let once = try numbers("--passes", "1", "--arrays", "loop.txt")
    let twice = try numbers("--passes", "2")
    #expect(once.count == 3 && once[0] > 1000 && once[1] > 0)
    #expect(twice.prefix(2) == [2 * once[0], 2 * once[1]])
    for line in try folder.text("loop.txt").split(separator: "\n") {
      let words = line.split(separator: " ")
      #expect(words.count >= 2 && Int(words[1]) == words.count - 2)
    }
  }

  @Test("a number of passes that is none is refused")
  func passes() throws {
    #expect(try Program.run(["bench-loop", "--passes", "0"], in: WorkFolder()).code == 64)
  }
}
