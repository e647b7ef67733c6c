import CareModel
import Foundation
import Presentation
import Quantities
import Testing

@Suite("Filters of a rota's page")
struct RotaFiltersTests {
  private func day() -> HandMadeDay {
    var day = HandMadeDay()
    day.worker("ann")
    day.worker("tom", role: .physiotherapist)
    day.person("p1", patch: "North")
    day.person("p2", patch: "Hill & Dale")
    day.call("v1", of: "p1", at: "08:00")
    day.firstVisit("v2", of: "p2", at: "10:00", deadline: "16:00")
    day.firstVisit("v3", of: "p1", at: "12:00", deadline: "16:00", referralClass: .newCommunity)
    day.give("v1", to: "ann", at: "08:00")
    day.give("v2", to: "tom", at: "10:00")
    day.leaveOut("v3")
    return day
  }

  private func html(_ day: HandMadeDay) throws -> String { RotaPage(try day.report()).html }

  /// The class words of the first element of a name that has one of them.
  private func words(_ name: String, with word: String, in html: String) -> Set<String> {
    let all = WellFormedPage(html).elements.filter { $0.name == name }.compactMap { $0.attributes["class"] }
      .map { Set($0.split(separator: " ").map(String.init)) }
    return all.first { $0.contains(word) } ?? []
  }

  @Test("one can choose among the roles, patches and classes of the day")
  func offered() throws {
    let page = WellFormedPage(try html(day()))
    #expect(page.problem == nil)
    let legends = page.texts(in: "legend")
    #expect(legends == ["Role", "Patch", "Class", "Show"])
    let labels = page.texts(in: "label").joined()
    for answer in ["rehabilitation assistant", "physiotherapist", "North", "Hill & Dale", "hospital discharge"] {
      #expect(labels.contains(answer), "\(answer)")
    }
    // Roles in the order of the model, patches by name: each answer hides what is not of it.
    let rules = try html(day()).matches(of: /#only-([a-z]+-[0-9]):checked\) \.sift:not\(\.([a-z]+-[0-9])\)/)
    #expect(rules.map { String($0.1) } == ["role-0", "role-1", "patch-0", "patch-1", "class-0", "class-1"])
    #expect(rules.allSatisfy { $0.1 == $0.2 })
  }

  @Test("sheets, rows and marks carry what they are of")
  func marked() throws {
    let html = try html(day())
    #expect(words("article", with: "role-0", in: html) == ["sheet", "sift", "role-0", "patch-0", "class-0"])
    #expect(words("article", with: "role-1", in: html) == ["sheet", "sift", "role-1", "patch-1"])
    // Nobody does it, and anybody may.
    #expect(words("tr", with: "class-1", in: html).isSuperset(of: ["sift", "patch-1", "class-1"]))
    #expect(words("g", with: "call", in: html).isSuperset(of: ["fade", "role-1", "patch-1"]))
  }

  @Test("where all are of one role, patch and class, nothing is asked")
  func nothingToChoose() throws {
    let html = try html(.short(essential: 1, other: 1))
    #expect(!html.contains("id=\"filters\""))
  }

  @Test("filters hold on the screen alone: printed, everything is there")
  func printed() throws {
    let html = try html(day())
    let screen = try #require(html.firstRange(of: "@media screen{\n.chooses"))
    let before = html[..<screen.lowerBound]
    #expect(!before.contains(".sift:not("))
    #expect(html.contains("@media print{#filters{display:none}}"))
  }

  @Test("inks differ enough from the paper, by day and in the dark")
  func inks() throws {
    var checked = 0
    var colours: [String: Substring] = [:]
    for rule in try html(day()).matches(of: /:root\{([^}]*)\}/) {
      for match in rule.1.matches(of: /--([a-z-]+):#([0-9a-f]{3,6})/) { colours[String(match.1)] = match.2 }
      guard let paper = colours["paper"] else { continue }
      for name in ["ink", "soft", "dark", "alarm", "edge"] {
        let (back, fore) = (luminance(paper), luminance(try #require(colours[name])))
        #expect((max(back, fore) + 0.05) / (min(back, fore) + 0.05) >= 4.5, "\(name)")
        checked += 1
      }
    }
    #expect(checked == 10)
  }

  /// Source: Web Content Accessibility Guidelines 2.2, relative luminance.
  private func luminance(_ colour: Substring) -> Double {
    let digits = colour.count == 3 ? colour.flatMap { [$0, $0] } : Array(colour)
    let parts = stride(from: 0, to: 6, by: 2).map { place -> Double in
      let value = Double(Int(String(digits[place...place + 1]), radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
