import Foundation
import Testing

@Suite("reable explain")
struct ExplainCommandTests {
  private let folder: WorkFolder
  private let day: String

  init() throws {
    folder = try WorkFolder()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    day = root.appending(path: "Scenarios/not-enough-staff").path
    let made = try Program.run(
      ["rota", day, "--budget", "200000", "--format", "json", "--out", "rota.json", "--quiet"], in: folder)
    #expect(made.code == 1)
  }

  private func explain(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["explain", day, "rota.json", "--quiet"] + arguments, in: folder)
  }

  @Test("says of the whole rota why, what would free it, and what it costs, the same twice and in a file")
  func whole() throws {
    let outcome = try explain()
    #expect(outcome.code == 0, "\(outcome.notes)")
    for words in [
      "UNCOVERED  ", "  because:   ", "  what would free it, each tried:", "one more ",
      "  it waits for the first visit: call ",
      "\nCost\n", "\nCost by worker\n", "\nWorth of the rota, weightiest first\n",
    ] {
      #expect(outcome.output.contains(words), "\(words)")
    }
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(try explain().output == outcome.output)
    #expect(try explain("--out", "why.txt").output.isEmpty)
    #expect(try folder.text("why.txt") == outcome.output)
  }

  @Test("says of one call, person or worker only what concerns them")
  func parts() throws {
    let uncovered = try explain("--visit", "p-009-therapy").output
    #expect(uncovered.contains("UNCOVERED  p-009: therapy") && uncovered.contains("one more physiotherapist"))
    #expect(!uncovered.contains("p-007") && !uncovered.contains("Worth of the rota"))
    let worker = try explain("--worker", "w-03").output
    #expect(worker.contains("\nDONE  ") && worker.contains("with w-03") && worker.contains("the day is £"))
    let person = try explain("--person", "p-010").output
    #expect(person.contains("p-010-lunch") && !person.contains("p-009"))
    let json = try #require(TinyDocument.object(try explain("--person", "p-010", "--format", "json").output))
    let people = ["shortfalls", "placements"].flatMap { (json[$0] as? [[String: Any]]) ?? [] }.map {
      $0["person"] as? String
    }
    #expect(!people.isEmpty && people.allSatisfy { $0 == "p-010" })
  }

  @Test("names every id that the day doesn't know, and refuses the rota of another document")
  func refused() throws {
    let unknown = try explain("--visit", "nobody", "--worker", "no-one")
    #expect(unknown.code == 65 && unknown.output.isEmpty)
    #expect(unknown.notes.contains("found nobody") && unknown.notes.contains("found no-one"))
    let other = try Program.run(
      ["generate", "--scenario", "double-ups", "--out", "other.json"], in: folder)
    #expect(other.code == 0)
    let refused = try Program.run(["explain", "other.json", "rota.json"], in: folder)
    #expect(refused.code == 65, "\(refused.notes)")
  }
}
