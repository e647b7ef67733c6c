/// The run sheets of a rota and nothing else: on paper a page for each.
package struct RunSheetsPage: Sendable {
  private let report: RotaReport

  package init(_ report: RotaReport) { self.report = report }

  /// The whole file.
  package var html: String {
    let sheets = report.runs.map { RunSheet($0, of: report).markup }
    return PaperPage(
      report: report, name: "Run sheets", kind: "runs",
      content: sheets.isEmpty ? "<p>There are no runs.</p>" : Markup.joined(sheets)
    ).html
  }
}
