import CareModel
import Presentation
import Quantities
import Testing

@Suite struct ServicePageTests {
  @Test("the page is well-formed, and each drawing has a title and a text that says its numbers")
  func wellFormed() throws {
    let html = SmallService().page
    let page = WellFormedPage(html)
    #expect(page.problem == nil)
    #expect(page.count("svg") == 11)
    for drawing in page.elements where drawing.name == "svg" {
      #expect(drawing.attributes["role"] == "img")
      let labels = try #require(drawing.attributes["aria-labelledby"]).split(separator: " ")
      #expect(labels.count == 2)
      for label in labels { #expect(page.elements.contains { $0.attributes["id"] == String(label) }, "\(label)") }
    }
    #expect(page.texts(in: "desc").allSatisfy { $0.count > 10 })
    #expect(page.texts(in: "h1") == ["A small service, Tue 24 Nov 2026"])
  }

  @Test("it fetches nothing, runs nothing, and allows its own style sheet only")
  func selfContained() {
    let page = WellFormedPage(SmallService().page)
    #expect(page.count("script") == 0 && page.count("link") == 0 && page.count("img") == 0)
    let policy = page.elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    #expect(policy?.attributes["content"]?.contains("default-src 'none'") ?? false)
  }

  @Test("what is counted is what is there")
  func counts() {
    let page = WellFormedPage(SmallService().page)
    let words = page.texts(in: "desc").joined(separator: "\n")
    // Two referrals on Mondays, one on a Friday.
    #expect(words.contains("Mon 2") && words.contains("Fri 1") && words.contains("Tue 0"))
    #expect(words.contains("10 2") && words.contains("15 1"))
    // One started with two calls a day, one with one; both running, in weeks 2 and 4.
    #expect(words.contains("1 1, 2 1, 3 0, 4 or more 0"))
    #expect(words.contains("2 1, 3 0, 4 1"))
    #expect(words.contains("2 2.0") && words.contains("4 0.4"))
    let tiles = page.texts(in: "dl").joined(separator: " ")
    #expect(tiles.contains("People in the service 2") && tiles.contains("Waiting to start 1"))
    let rows = page.texts(in: "table").joined(separator: " ")
    #expect(rows.contains("new in the community 1"))
  }

  @Test("the map as a file of its own is well-formed, has its own style, and its texts never become markup")
  func mapFile() throws {
    var small = SmallService()
    small.patch = "<script>alert(1)</script>"
    let file = try #require(PlaceMap(small.summary)).file
    let drawing = WellFormedPage(file)
    #expect(drawing.problem == nil)
    #expect(drawing.count("script") == 0 && drawing.count("style") == 1 && drawing.count("circle") == 3)
    #expect(file.hasPrefix("<svg ") && drawing.texts(in: "text").joined().contains(small.patch))
    small.isEmpty = true
    #expect(PlaceMap(small.summary) == nil)
  }

  @Test("referrals are counted for as many weeks as the service keeps them, and the page says how many")
  func weeksKept() {
    var small = SmallService()
    #expect(WellFormedPage(small.page).texts(in: "figcaption").joined().contains("of the last 8 weeks"))
    small.weeksKept = 2
    let page = WellFormedPage(small.page)
    #expect(page.texts(in: "figcaption").joined().contains("of the last 2 weeks"))
    // The one of Friday came 25 days ago.
    #expect(page.texts(in: "desc").joined().contains("Mon 2, Tue 0, Wed 0, Thu 0, Fri 0"))
  }

  @Test("the share of calls before eleven counts the starts too")
  func peak() {
    var small = SmallService()
    small.calls = [(8, false), (10, true), (11, true)]
    let tiles = WellFormedPage(small.page).texts(in: "dl").joined(separator: " ")
    #expect(tiles.contains("Calls today, starts included 3") && tiles.contains("Calls before 11:00 67 %"))
  }

  @Test("texts of an input never become markup", arguments: ["<script>alert(1)</script>", "\"><img src=x>", "A & B's"])
  func hostile(text: String) {
    var small = SmallService()
    small.title = text
    small.patch = text
    let page = WellFormedPage(small.page)
    #expect(page.problem == nil)
    #expect(page.count("script") == 0 && page.count("img") == 0)
    #expect(page.texts(in: "h1").joined().hasPrefix(text))
    #expect(page.texts(in: "text").joined().contains(text))
  }

  @Test("an empty service has a page too")
  func empty() {
    var small = SmallService()
    small.isEmpty = true
    let page = WellFormedPage(small.page)
    #expect(page.problem == nil)
    #expect(page.texts(in: "figcaption").joined().contains("Nobody waits today."))
  }

  @Test("an invented service says so")
  func invented() {
    #expect(SmallService().page.contains("invented"))
    var real = SmallService()
    real.isInvented = false
    #expect(!real.page.contains("invented"))
  }
}
