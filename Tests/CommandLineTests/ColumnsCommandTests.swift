import Foundation
import Testing

@Suite("--columns")
struct ColumnsCommandTests {
  private let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    _ = try folder.run("template", "export")
    let visits = try folder.text("export/visits.csv").replacing("length_minutes", with: "Mins")
    try folder.write(visits, to: "export/Bookings.csv")
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("export/visits.csv"))
    try folder.write(
      "file,theirs,ours,values\nvisits.csv,Bookings.csv,file,\nvisits.csv,Mins,length_minutes,\n", to: "columns.csv")
  }

  @Test("another system's folder is planned under its own names, and its rota is known by the same ones")
  func planned() throws {
    #expect(try folder.run("validate", "export").code != 0)
    #expect(try folder.run("validate", "export", "--columns", "columns.csv").code == 0)
    let made = try folder.run(
      "rota", "export", "--columns", "columns.csv", "--budget", "2000", "--format", "json", "--out", "rota.json")
    #expect([0, 1].contains(made.code), "\(made.notes)")
    let report = try folder.run("report", "export", "rota.json", "--columns", "columns.csv")
    #expect([0, 1].contains(report.code), "\(report.notes)")
  }

  @Test("a mapping that is wrong gives 65 with its place, one that is not there 74, one for a document 65")
  func wrong() throws {
    try folder.write("file,theirs,ours,values\nvisits.csv,Mins,lenght,\n", to: "bad.csv")
    let bad = try folder.run("validate", "export", "--columns", "bad.csv")
    #expect(bad.code == 65 && bad.notes.contains("mapping.column") && bad.notes.contains("bad.csv:2:"))
    #expect(try folder.run("validate", "export", "--columns", "nowhere.csv").code == 74)
    _ = try TinyDocument(in: folder)
    #expect(try folder.run("validate", "day.json", "--columns", "columns.csv").code == 65)
  }
}
