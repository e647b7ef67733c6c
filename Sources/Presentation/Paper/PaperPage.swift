import CareModel
import RotaChecking

/// What the pages that are made to be printed have in common: the head, what must be said of any rota, and the foot.
///
/// As ``RotaPage``: nothing is fetched, no script runs, everything from an input is escaped, and it is well-formed XML.
struct PaperPage {
  let report: RotaReport
  /// `Run sheets`, before the day's title.
  let name: String
  /// As a class of the body.
  let kind: String
  let content: Markup

  var html: String {
    let page: Markup = """
      \(PageHead.markup(title: "\(name): \(report.title)", style: PageStyle.sheet + RotaPageStyle.sheet + PaperStyle.sheet))
      <body class="paper \(kind)">
      <header>\(warnings)<h1>\(name)</h1><p class="day">\(report.title)</p></header>
      <main>
      \(content)
      </main>
      <footer><p>A rota is a proposal with its reasons: a person decides. Times are those of the clocks in \(
        report.caseload.calendar.zone).\(report.caseload.isInvented ? " All people here are invented." : "")</p></footer>
      </body>
      </html>

      """
    return page.source
  }

  /// What is left out, who goes on without anybody's word, and that a rota may not be handed out.
  private var warnings: Markup {
    let broken =
      report.checked.isPublishable ? [] : ["THIS ROTA BREAKS A RULE: not to be handed out; reable check says which"]
    let lines = broken + report.heads
    guard !lines.isEmpty else { return .empty }
    return "<ul class=\"warnings\">\(Markup.joined(lines.map { line -> Markup in "<li>\(line)</li>" }))</ul>"
  }
}
