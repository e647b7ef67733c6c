import CareModel
import Foundation
import Interchange
import Quantities
import Testing

@Suite("Columns of another system's export")
struct ColumnMappingTests {
  /// The template's calls as a case-management system might put them out.
  private static let export =
    "Booking Ref,Client,Service Code,Mins,Worker Grade,Slot From,Printed By\r\n"
    + "v-001,p-001,PC,45,RA;OT,11:00,mjones\r\n"
  private static let mapping = [
    "file,theirs,ours,values", "visits.csv,Bookings 24-11.csv,file,", "visits.csv,Booking ref,visit,",
    "visits.csv,Client,person,", "visits.csv,Service code,kind,PC = personal care; TH=therapy",
    "visits.csv,Mins,length_minutes,",
    "visits.csv,Worker Grade,roles,RA=rehabilitation assistant; OT=occupational therapist",
    "visits.csv,Slot From,preferred_from,", "visits.csv,Printed By,,",
  ]

  private func mapping(_ lines: [String] = mapping) -> (mapping: ColumnMapping, problems: [InputProblem]) {
    ColumnMapping.read(Array(lines.joined(separator: "\n").utf8), file: "columns.csv")
  }

  private func reading(_ export: String = export, _ lines: [String] = mapping) -> CaseloadReading {
    var files = SheetFolder().with("referrals.csv", nil).files.mapValues { Array($0.utf8) }
    files["visits.csv"] = Array(export.utf8)
    return TableReader.read(TableFolder(name: "export", files: files, mapping: mapping(lines).mapping))
  }

  @Test("an export is read under our names, with our words, and what is not ours is left aside")
  func read() throws {
    #expect(mapping().problems.isEmpty)
    let reading = reading()
    #expect(reading.problems == [])
    let visit = try #require(reading.caseload?.visits.first)
    #expect(visit.id.text == "v-001" && visit.kind == .personalCare && visit.length.value == 45)
    #expect(visit.demands[0].roles == [.rehabilitationAssistant, .occupationalTherapist])
  }

  @Test("messages name their file and the place in it")
  func messages() throws {
    let problem = try #require(reading(Self.export.replacing(",45,", with: ",long,")).problems.first)
    #expect(problem.location.hasPrefix("Bookings 24-11.csv:2:"))
  }

  @Test("a word that the mapping doesn't have is told as any wrong word is")
  func unknownWord() {
    #expect(reading(Self.export.replacing(",PC,", with: ",XX,")).problems.map(\.code).contains("choice.unknown"))
  }

  @Test("a column of the mapping that their file lacks refuses the folder, with a guess")
  func missing() throws {
    let found = reading(Self.export.replacing("Mins", with: "Minis"))
    #expect(found.caseload == nil)
    let problem = try #require(found.problems.first { $0.code == "mapping.missing" })
    #expect(problem.location.hasPrefix("columns.csv:6:") && problem.suggestion?.contains("Minis") == true)
  }

  @Test("an unknown column says that a mapping could tell what it is")
  func suggested() throws {
    let found = SheetFolder().replacing("length_minutes", with: "Zeitbedarf", in: "visits.csv").reading
    let problem = try #require(found.problems.first { $0.code == "column.unknown" })
    #expect(problem.suggestion?.contains("--columns") == true)
  }

  @Test(
    "what is wrong with a mapping is told with its place",
    arguments: [
      ("visits.csv,Client,person,", "visit.csv,Client,person,", "mapping.file"),
      ("Client,person,", "Client,persn,", "mapping.column"),
      ("visits.csv,Client,person,", "visits.csv,Client,visit,", "mapping.repeated"),
      ("visits.csv,Client,person,", "visits.csv,mins,person,", "mapping.repeated"),
      ("visits.csv,Client,person,", "visits.csv,other.csv,file,", "mapping.repeated"),
      ("PC = personal care", "PC personal care", "mapping.values"),
      ("visits.csv,Client", "visits.csv,", "cell.missing"),
      ("theirs", "thairs", "column.unknown"),
    ])
  func wrong(old: String, new: String, code: String) {
    let lines = Self.mapping.map { $0.replacing(old, with: new) }
    #expect(lines != Self.mapping)
    #expect(mapping(lines).problems.contains { $0.code == code && $0.location.hasPrefix("columns.csv:") }, "\(new)")
  }

  @Test("a whole service's folder is mapped in the same way")
  func service() throws {
    let sheets = SheetFolder(.wholeService)
    let file = try #require(sheets.files["roster.csv"])
    let header = try #require(file.split(separator: "\r\n").first)
    let column = String(try #require(header.split(separator: ",").first)).replacing("\u{FEFF}", with: "")
    let theirs = file.replacing(column, with: "Staff No", maxReplacements: 1)
    let files = sheets.with("roster.csv", theirs).files.mapValues { Array($0.utf8) }
    let lines = ["file,theirs,ours,values", "roster.csv,Staff No,\(column),"]
    func codes(_ lines: [String]) -> [String] {
      TableReader.service(TableFolder(name: "s", files: files, mapping: mapping(lines).mapping)).problems.map(\.code)
    }
    #expect(codes(lines) == sheets.service.problems.map(\.code))
    #expect(codes([lines[0]]).contains("column.unknown"))
  }

  @Test("the mapping is part of what the digest is of, and no mapping leaves it as it was")
  func digest() {
    let other = Self.mapping.map { $0.replacing("TH=therapy", with: "TH=review") }
    #expect(reading().inputDigest != reading(Self.export, other).inputDigest)
    let folder = SheetFolder().folder
    let plain = TableFolder(name: folder.name, files: folder.files, mapping: .none)
    #expect(TableReader.read(plain).inputDigest == TableReader.read(folder).inputDigest)
  }
}
