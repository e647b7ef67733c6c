import Foundation
import Testing

@Suite("bench-public")
struct BenchPublicTests {
  private static let shipped = projectFolder.appendingPathComponent("Benchmarks/PublicSets/vroom")

  /// A folder with the shipped problems of VROOM's format.
  private func folder() throws -> WorkFolder {
    let folder = try WorkFolder()
    let target = folder.url.appendingPathComponent("sets/vroom")
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: BenchPublicTests.shipped, to: target)
    return folder
  }

  private func bench(_ folder: WorkFolder, _ more: String...) throws -> Program.Outcome {
    try Program.run(
      ["bench-public", "--set", "vroom", "--folder", "sets", "--budget", "20000", "--format", "csv"] + more, in: folder)
  }

  @Test("problems for VROOM have their row and, where asked, their solution in VROOM's format")
  func vroom() throws {
    let folder = try folder()
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("out"), withIntermediateDirectories: true)
    let outcome = try bench(folder, "--rotas", "out")
    #expect(outcome.code == 0, "\(outcome.notes)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3 && lines[1].hasPrefix("vroom,round-6,own,0 / 0 / "), "\(outcome.output)")
    #expect(try folder.text("out/vroom-visits-6-own.json").contains("\"summary\": {"))
    // The set's own folder will do as well.
    let own = try Program.run(
      ["bench-public", "--set", "vroom", "--folder", "sets/vroom", "--budget", "20000", "--format", "csv"], in: folder)
    #expect(own.code == 0 && own.output.split(separator: "\n").count == 3)
  }

  @Test("an instance that can't be read is told, the others have their rows, and the exit code is not 0")
  func unreadableInstance() throws {
    let folder = try folder()
    try folder.write("{\"vehicles\": []", to: "sets/vroom/instances/a.json")
    let outcome = try bench(folder, "--out", "table.csv")
    #expect(outcome.code == 65)
    #expect(outcome.notes.contains("sets/vroom/instances/a.json can't be used"), "\(outcome.notes)")
    #expect(outcome.notes.contains("1 file could not be read"), "\(outcome.notes)")
    #expect(try folder.text("table.csv").split(separator: "\n").count == 3)
  }

  @Test("published values that can't be read are told, and the table has none; a folder without them is whole")
  func unreadableValues() throws {
    let folder = try folder()
    try folder.write("instance,value\n", to: "sets/vroom/best_known.csv")
    let broken = try bench(folder)
    #expect(broken.code == 65 && broken.notes.contains("best_known.csv can't be used"), "\(broken.notes)")
    #expect(broken.output.split(separator: "\n").count == 3 && broken.output.contains(",none,"))
    let table = folder.url.appendingPathComponent("sets/vroom/best_known.csv")
    try FileManager.default.removeItem(at: table)
    #expect(try bench(folder).code == 0)
    try FileManager.default.createDirectory(at: table, withIntermediateDirectories: true)
    let folderThere = try bench(folder)
    #expect(
      folderThere.code == 74 && folderThere.notes.contains("best_known.csv: can't be read"), "\(folderThere.notes)")
  }

  @Test("where nothing is found, the message names the folder that is missing, --only, or where was looked")
  func nothing() throws {
    let folder = try folder()
    let only = try bench(folder, "--only", "zz")
    #expect(only.code == 65 && only.notes.contains("--only") && only.notes.contains("zz"), "\(only.notes)")
    let missing = try folder.run("bench-public", "--folder", "nowhere")
    #expect(missing.code == 65 && missing.notes.contains("there is no folder nowhere"), "\(missing.notes)")
    let other = try folder.run("bench-public", "--set", "days", "--set", "vroom", "--folder", "sets/vroom")
    #expect(other.code == 65 && other.notes.contains("sets/vroom/days/instances/*.json"), "\(other.notes)")
  }
}
