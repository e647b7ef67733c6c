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

  @Test("holds a sheet for each run and a bar for each stop, and asks the network for nothing")
  func document() throws {
    guard let browser = try Chromium.required() else { return }
    defer { browser.remove() }
    let (html, runs) = try page()
    let document = try browser.open(html, "--dump-dom")
    #expect(runs > 10)
    #expect(document.components(separatedBy: "<article class=\"sheet ").count - 1 == runs)
    #expect(document.contains("id=\"timeline\"") && document.contains("id=\"map\"") && document.contains("</html>"))
    #expect(try browser.requests() == [])
  }

  @Test("a page that does ask the network is seen to do so")
  func control() throws {
    guard let browser = try Chromium.required() else { return }
    defer { browser.remove() }
    let html = "<!doctype html><title>x</title><img src=\"http://pictures.invalid/a.png\">"
    _ = try browser.open(html, "--dump-dom")
    #expect(try browser.requests().contains { $0.hasPrefix("http://pictures.invalid/") })
  }

  @Test("prints at least a page for each run")
  func printed() throws {
    guard let browser = try Chromium.required() else { return }
    defer { browser.remove() }
    let (html, runs) = try page()
    let pdf = try browser.pdf(of: html)
    #expect(pdf.starts(with: Data("%PDF-".utf8)))
    #expect(Chromium.pages(of: pdf).count >= runs)
  }
}
