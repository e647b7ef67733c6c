package import CareModel
import Quantities

/// A plan as one self-contained HTML page, for the screen and for paper.
///
/// As ``RotaPage``: nothing is fetched, no script runs, everything from an input is escaped, and it is well-formed XML.
/// Whatever a colour says, a number or a word beside it says too.
package struct PlanPage: Sendable {
  let plan: EpisodePlan
  let service: Service
  let words: PlanWords
  let names: PersonNames
  let tasks: TaskGroups
  let lines: [EpisodeLine]

  package init(_ plan: EpisodePlan, of service: Service, names: PersonNames) {
    self.plan = plan
    self.service = service
    self.names = names
    words = PlanWords(service, names: names)
    tasks = TaskGroups(plan, of: service)
    lines = EpisodeLine.all(of: plan, service)
  }

  /// The whole file.
  package var html: String {
    let parts = parts
    let links = parts.map { part -> Markup in "<li><a href=\"#\(part.identifier)\">\(part.link)</a></li>" }
    let page: Markup = """
      \(PageHead.markup(title: title, style: PageStyle.sheet + PlanPageStyle.sheet))
      <body class="plan">
      <a class="skip" href="#starts">Skip to who waits to start</a>
      \(header)
      <nav aria-label="Parts of this page"><ul>\(Markup.joined(links))</ul></nav>
      <main>
      \(Markup.joined(parts.map(section), separator: "\n"))
      </main>
      <footer><p>It proposes; nothing is promised to anybody until it is booked.\(
        service.isInvented ? " All people, workers and places here are invented." : "") Times are those of the clocks in \
      \(service.calendar.zone).</p></footer>
      </body>
      </html>

      """
    return page.source
  }

  /// A section with its place among the links at the head.
  private struct Part {
    let identifier: String
    let link: String
    let heading: String
    let content: Markup
  }

  /// In order; what the plan has nothing of is left out.
  private var parts: [Part] {
    let all: [(identifier: String, link: String, heading: String, content: Markup?)] = [
      ("starts", "Starts", "Who waits to start", queue),
      ("changes", "Changes", "Changed since the plan before", changes),
      ("waits", "Longest waits", "Longest waits", waits),
      ("reserve", "Kept starts", "Starts kept for the classes behind", reserve),
      ("repeats", repeatsTitle, repeatsTitle, repeats),
      ("tasks", "To do", "To do", todo),
      ("duty", "Nobody on duty", "Nobody on duty who may", dutyGaps),
      ("promises", "Promises", "Promises not kept", promises),
      ("load", "Load", "Load and contact time", load),
      ("episodes", "Episodes", "Running episodes", episodes),
      ("teams", "Core teams", "Core teams", teams),
      ("forecasts", "Predicted ends", "Predicted ends, held against those that came", forecastErrors),
      ("making", "How it was made", "How it was made", making),
    ]
    return all.compactMap { identifier, link, heading, content in
      content.map { Part(identifier: identifier, link: link, heading: heading, content: $0) }
    }
  }

  private var title: String {
    let name = service.title.isEmpty ? "Plan" : service.title
    return "\(name), \(DayClock.words(plan.firstDay)) to \(DayClock.words(plan.lastDay))"
  }

  private func section(_ part: Part) -> Markup {
    """
    <section id="\(part.identifier)" aria-labelledby="\(part.identifier)-heading"><h2 \
    id="\(part.identifier)-heading">\(part.heading)</h2>
    \(part.content)
    </section>
    """
  }

  /// A table that scrolls by itself where the screen is narrow.
  func table(_ label: String, class kind: String = "", head: [String], rows: [Markup]) -> Markup {
    let heads = head.map { name -> Markup in "<th scope=\"col\">\(name)</th>" }
    return """
      <div class="wide" role="region" aria-label="\(label)" tabindex="0"><table\(
        kind.isEmpty ? .empty : " class=\"\(kind)\"" as Markup)>
      <thead><tr>\(Markup.joined(heads))</tr></thead>
      <tbody>
      \(Markup.joined(rows, separator: "\n"))
      </tbody></table></div>
      """
  }

  /// Rows of a folded table that are seen at once.
  private static let mostOpen = 20

  /// As ``table(_:class:head:rows:)``, but what goes beyond the first twenty rows is folded away.
  func folded(_ label: String, class kind: String = "", head: [String], rows: [Markup]) -> Markup {
    let rest = Array(rows.dropFirst(PlanPage.mostOpen))
    let first = table(label, class: kind, head: head, rows: Array(rows.prefix(PlanPage.mostOpen)))
    guard !rest.isEmpty else { return first }
    return first
      + """

      <details><summary>The other \(rest.count)</summary>
      \(table("\(label), the other \(rest.count)", class: kind, head: head, rows: rest))
      </details>
      """
  }

  // MARK: - Head

  private var header: Markup {
    let notes =
      words.unauthorised(plan).map { ("Past the last permitted day", $0) }
      + (plan.account.fallback.map { [("Note", "no integer program could be solved: \($0)")] } ?? [])
    let said = notes.map { word, note -> Markup in "<li><strong>\(word):</strong> \(note)</li>" }
    let tiles = numbers.map { number -> Markup in
      """
      <div\(number.isShort ? " class=\"is-short\"" as Markup : .empty)><dt>\(number.name)</dt>\
      <dd>\(number.value)</dd></div>
      """
    }
    return """
      <header>
      \(leftOut)<h1>\(title)</h1>
      <p>As of \(words.clock.timeAndDay(plan.asOf)), \(DayClock.words(service.today)).</p>
      \(said.isEmpty ? .empty : "<ul class=\"warnings\">\(Markup.joined(said))</ul>" as Markup)
      <dl class="numbers">\(Markup.joined(tiles))</dl>
      </header>
      """
  }

  private var leftOut: Markup {
    guard !service.quarantine.isEmpty else { return .empty }
    let records = LeftOutRecords(service.quarantine)
    let items = records.own.map { record -> Markup in
      let who = record.person.map { " (\(names[$0]))" } ?? ""
      let problems = record.problems.map { problem -> Markup in "<li>\(problem.description)</li>" }
      return "<li>\(record.kind) \(record.id)\(who)<ul>\(Markup.joined(problems))</ul></li>"
    }
    let followers = records.followers.map { line -> Markup in "<li>\(line)</li>" }
    return """
      <section class="left-out" aria-labelledby="left-out-heading"><h2 id="left-out-heading">NOT IN THIS PLAN: \
      \(Count.of(service.quarantine.count, "record")) left out</h2><ul>\(Markup.joined(items + followers))</ul></section>

      """
  }

  private var numbers: [(name: String, value: String, isShort: Bool)] {
    let starting = plan.starts.filter(\.hasDay)
    let late = starting.count { $0.lateBy > .zero }
    let happened = plan.breaches.count(where: \.hasHappened)
    let foreseen = plan.breaches.count - happened
    return [
      ("Wait to start", "\(plan.starts.count)", false),
      ("Have a day", "\(starting.count) of \(plan.starts.count)", starting.count < plan.starts.count),
      ("Of these late", "\(late)", late > 0),
      ("Tasks overdue", "\(tasks.overdue.count)", !tasks.overdue.isEmpty),
      ("Due today", "\(tasks.today.count)", false),
      ("Promises broken so far", "\(happened)", happened > 0),
      ("Foreseen to break", "\(foreseen)", foreseen > 0),
      ("Episodes running", "\(lines.count)", false),
    ]
  }
}

extension PlannedStart {
  /// There is room for it on a day, or one has been promised.
  var hasDay: Bool { if case .starts = outcome { true } else { false } }
}
