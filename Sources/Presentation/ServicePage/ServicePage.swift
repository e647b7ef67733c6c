import CareModel
import Quantities

/// A whole service on one self-contained HTML page with small drawings, to see at a glance what it is like.
///
/// As ``RotaPage``: nothing is fetched, no script runs, everything from an input is escaped, and it is well-formed XML.
package struct ServicePage: Sendable {
  let summary: ServiceSummary
  /// How it was made: names and values, for the foot of the page.
  let made: [Fact]

  /// A line of how the service was made.
  package struct Fact: Hashable, Sendable {
    package let name: String
    package let value: String
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(_ summary: ServiceSummary, made: [Fact] = []) {
    self.summary = summary
    self.made = made
  }

  private var title: String {
    "\(summary.service.title), \(DayClock.words(summary.service.today))"
  }

  /// The whole file.
  package var html: String {
    let style = PageStyle.sheet + ServicePageStyle.sheet
    let page: Markup = """
      \(PageHead.markup(title: title, style: style))
      <body class="service">
      <header><h1>\(title)</h1>
      <dl class="numbers">\(Markup.joined(summary.headline.map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" }))\
      </dl></header>
      <main>
      \(demand)
      \(people)
      \(day)
      \(map)
      </main>
      <footer>\(facts)<p>\(
        summary.service.isInvented ? "All people, workers and places here are invented. " : "")Times are those of the \
      clocks in \(summary.service.calendar.zone).</p></footer>
      </body>
      </html>

      """
    return page.source
  }

  private func figure(_ chart: BarChart, _ caption: String) -> Markup {
    "<figure><h3>\(chart.title)</h3>\(chart.markup)<figcaption>\(caption)</figcaption></figure>\n"
  }

  private func chart(
    _ identifier: String, _ title: String, _ unit: String, by axis: String, _ counts: [ServiceSummary.Count],
    inTenths: Bool = false
  ) -> BarChart {
    BarChart(
      identifier: identifier, title: title, unit: unit, axis: axis, names: counts.map(\.name),
      lower: counts.map(\.value), inTenths: inTenths)
  }

  private var demand: Markup {
    let weeks = summary.weeksCounted == 1 ? "of the last week" : "of the last \(summary.weeksCounted) weeks"
    let waiting = summary.openByRank
    let rows = waiting.map { rank -> Markup in
      "<tr><th scope=\"row\">\(rank.name)</th><td class=\"number\">\(rank.value)</td></tr>"
    }
    return """
      <section><h2>Referrals</h2><div class="charts">
      \(figure(
        chart("weekday", "Referrals by weekday", "referrals", by: "weekday", summary.arrivalsByWeekday),
        "All referrals \(weeks), declined and withdrawn ones too."))\
      \(figure(
        chart("hour", "Referrals by the hour", "referrals", by: "hour in which they came", summary.arrivalsByHour),
        "The same referrals."))\
      \(figure(
        chart("wait", "Waiting to start, by days", "people", by: "whole days since the referral", summary.openByWait),
        waitingWords))
      <figure><h3>Waiting to start, by rank</h3><table><thead><tr><th scope="col">Rank, first served first</th>\
      <th scope="col" class="number">Waiting</th></tr></thead><tbody>\(Markup.joined(rows))</tbody></table></figure>
      </div></section>
      """
  }

  private var waitingWords: String {
    let inHospital = summary.open.count { $0.referral.whereabouts == .inHospital }
    let held = summary.service.referrals.count { $0.referral.state == .provisional }
    let waiting = summary.open.isEmpty ? "Nobody waits today." : "\(inHospital) of them still in hospital."
    return waiting + (held > 0 ? " Tentative holds besides: \(held)." : "")
  }

  private var people: Markup {
    """
    <section><h2>Episodes and packages</h2><div class="charts">
    \(figure(
      chart("start", "Start packages", "people", by: "calls a day at the start", summary.startPackages),
      "Everybody whose episode is running or has ended lately."))\
    \(figure(
      chart("taper", "Packages get smaller", "calls a day", by: "week of the episode", summary.callsByWeek, inTenths: true),
      "Mean calls of care a day of those who are in that week today."))\
    \(figure(
      chart("weeks", "How far people are", "people", by: "week of the episode today", summary.weeks),
      "Running episodes; the seventh week and later wait for onward care or have an extension."))\
    \(figure(
      chart("stay", "How long people stayed", "people", by: "week in which the episode ended", summary.stays),
      "Episodes that ended in the weeks which the document keeps."))
    </div></section>
    """
  }

  private var day: Markup {
    let hours = summary.callsByHour
    let calls = BarChart(
      identifier: "calls", title: "Calls of today by the hour", unit: "calls",
      axis: "hour of the earliest preferred start",
      names: hours.running.map(\.name), lower: hours.running.map(\.value), upper: hours.starts.map(\.value),
      key: ("running packages", "starts"))
    return """
      <section><h2>The day and the week</h2><div class="charts">
      \(figure(calls, "What people would like; starts are first visits and the calls of the first days."))\
      \(figure(
        chart("days", "Workers on duty by day", "workers", by: "day, from today", summary.workersByDay),
        "Leave and sickness that are known are taken out. Calls on the same days: "
          + summary.callsByDay.map { "\($0.name) \($0.value)" }.joined(separator: ", ") + "."))
      </div>
      <figure class="wide-figure"><h3>Workers on duty and workers wanted, today</h3>\
      \(DutyChart(quarters: summary.quarters).markup)<figcaption>Each call is drawn in the middle of its preferred \
      window; a rota spreads them, and needs room for travel.</figcaption></figure></section>
      """
  }

  private var map: Markup {
    guard let drawing = PlaceMap(summary) else { return .empty }
    return """
      <section><h2>Where people live</h2><figure class="wide-figure">\(drawing.markup)
      <figcaption>Dots: people in the service. Rings: waiting to start. Small dots: episodes that have ended. Squares: bases, \
      with the names of their patches. Crosses: clinics.</figcaption></figure></section>
      """
  }

  private var facts: Markup {
    guard !made.isEmpty else { return .empty }
    let items = made.map { fact -> Markup in "<div><dt>\(fact.name)</dt><dd>\(fact.value)</dd></div>" }
    return "<h2>How it was made</h2><dl class=\"facts\">\(Markup.joined(items))</dl>"
  }
}
