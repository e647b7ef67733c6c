import CareModel
import Foundation
import Interchange
import Presentation
import Testing

@Suite("The page in a real browser", .serialized)
struct BrowserTests {
  private func page() throws -> (html: String, runs: Int) {
    let day = try PlannedDay.shipped("small-borough-day")
    let book = NameBook.read(try ScenarioFolder(name: "small-borough-day").bytes("names.csv"), file: "names.csv").book
    let report = RotaReport(
      caseload: day.caseload, checked: day.checked, explanations: day.explanations,
      names: PersonNames { book.name(PersonID($0)) })
    return (RotaPage(report).html, day.rota.runs.count)
  }

  /// Nil, with a note, where there is no browser; in continuous integration there must be one.
  private func browser() throws -> Chromium? {
    if Chromium.path != nil { return try Chromium() }
    if ProcessInfo.processInfo.environment["CI"] != nil { Issue.record("no chromium in continuous integration") }
    print("Note: no chromium here, so the page was not looked at in a browser.")
    return nil
  }

  @Test("holds a sheet for each run and a bar for each stop, and asks the network for nothing")
  func document() throws {
    guard let browser = try browser() else { return }
    defer { browser.remove() }
    let (html, runs) = try page()
    let document = try browser.open(html, "--dump-dom")
    #expect(runs > 10)
    #expect(document.components(separatedBy: "<article class=\"sheet\"").count - 1 == runs)
    #expect(document.contains("id=\"timeline\"") && document.contains("id=\"map\"") && document.contains("</html>"))
    #expect(try browser.requests() == [])
  }

  @Test("a page that does ask the network is seen to do so")
  func control() throws {
    guard let browser = try browser() else { return }
    defer { browser.remove() }
    let html = "<!doctype html><title>x</title><img src=\"http://pictures.invalid/a.png\">"
    _ = try browser.open(html, "--dump-dom")
    #expect(try browser.requests().contains { $0.hasPrefix("http://pictures.invalid/") })
  }

  @Test("prints at least a page for each run")
  func printed() throws {
    guard let browser = try browser() else { return }
    defer { browser.remove() }
    let (html, runs) = try page()
    let pdf = String(decoding: try browser.pdf(of: html), as: UTF8.self)
    #expect(pdf.hasPrefix("%PDF-"))
    // Of the page objects, not of the tree that holds them.
    let pages = pdf.components(separatedBy: "/Type /Page").dropFirst().count { !$0.hasPrefix("s") }
    #expect(pages >= runs)
  }
}
