import CareModel
import Explanations
import Quantities
import RotaChecking

extension RotaPage {
  /// What is left out, then the day in numbers.
  var header: Markup {
    let warnings = report.checked.rota.provenance?.warnings ?? []
    let notes = report.unauthorised.map { ("Past the last permitted day", $0) } + warnings.map { ("Note", $0) }
    let said = notes.map { word, note -> Markup in "<li><strong>\(word):</strong> \(note)</li>" }
    return """
      <header>
      \(leftOut)<h1>\(report.title)</h1>
      \(said.isEmpty ? .empty : "<ul class=\"warnings\">\(Markup.joined(said))</ul>")
      <dl class="numbers">\(Markup.joined(numbers.map(tile)))</dl>
      </header>
      """
  }

  private func tile(_ number: (name: String, value: String, isShort: Bool)) -> Markup {
    """
    <div\(number.isShort ? " class=\"is-short\"" as Markup : .empty)><dt>\(number.name)</dt><dd>\(number.value)</dd></div>

    """
  }

  private var numbers: [(name: String, value: String, isShort: Bool)] {
    let counts = report.counts
    var all = [("Calls covered", "\(counts.covered) of \(counts.calls)", counts.uncovered > 0)]
    if counts.timeCritical > 0 {
      all.append(
        (
          "Time-critical on time", "\(counts.timeCriticalOnTime) of \(counts.timeCritical)",
          counts.timeCriticalOnTime < counts.timeCritical
        ))
    }
    if counts.twoPerson > 0 {
      all.append(
        (
          "Two-person calls", "\(counts.twoPersonCovered) of \(counts.twoPerson)",
          counts.twoPersonCovered < counts.twoPerson
        ))
    }
    if counts.firstVisits > 0 {
      all.append(
        (
          "First visits inside \(report.caseload.policy.responseTime.spoken)",
          "\(counts.firstVisitsInTime) of \(counts.firstVisits)", counts.firstVisitsInTime < counts.firstVisits
        ))
    }
    if counts.firstVisitsLeftForLater > 0 {
      all.append(("First visits left for later, not yet due", "\(counts.firstVisitsLeftForLater)", false))
    }
    all.append(("Runs", "\(counts.runs) of \(Count.of(counts.duties, "duty", "duties"))", false))
    all.append(("With people", counts.contact.spoken, false))
    all.append(("Travel", "\(counts.travel.spoken), \(counts.distance.spoken)", false))
    all.append(("Overtime", counts.overtime == .zero ? "none" : counts.overtime.spoken, false))
    if let provenance = report.checked.rota.provenance {
      all.append(("Proof", provenance.proof.brief(of: report.checked.score.ladder), false))
    }
    return all
  }

  private var leftOut: Markup {
    let quarantine = report.caseload.quarantine
    guard !quarantine.isEmpty else { return .empty }
    let items = quarantine.map { record -> Markup in
      let who = record.person.map { " (\(report.names[$0]))" } ?? ""
      let problems = record.problems.map { problem -> Markup in
        let maybe: Markup = problem.suggestion.map { " Maybe \($0)." } ?? ""
        return "<li>\(problem.location): \(report.words(of: problem)).\(maybe) <code>\(problem.code)</code></li>"
      }
      let list: Markup = problems.isEmpty ? "" : "<ul>\(Markup.joined(problems))</ul>"
      return "<li><strong>\(record.kind) \(record.id)\(who)</strong>\(list)</li>"
    }
    return """
      <section class="left-out" aria-labelledby="left-out-heading"><h2 id="left-out-heading">NOT IN THIS ROTA: \
      \(Count.of(quarantine.count, "record")) left out</h2>
      <ul>\(Markup.joined(items))</ul></section>

      """
  }

  /// Everything uncovered or late, with the reason and the next possible time.
  var shortfallSection: Markup {
    let rows = report.shortfalls.map(row)
    let table: Markup =
      rows.isEmpty
      ? "<p class=\"all-well\">Every call is covered and within its agreed time.</p>"
      : """
      <div class="wide" role="region" aria-label="Uncovered or late calls" tabindex="0"><table class="short">
      <thead><tr><th scope="col">State</th><th scope="col">Person</th><th scope="col">Call</th>\
      <th scope="col">When</th><th scope="col">What stood in the way</th><th scope="col">Next possible today</th></tr></thead>
      <tbody>\(Markup.joined(rows))</tbody></table></div>
      """
    return """
      <section id="short" aria-labelledby="short-heading"><h2 id="short-heading">Uncovered or late</h2>
      \(table)\(notWanted)</section>
      """
  }

  private func row(_ shortfall: Shortfall) -> Markup {
    let visit = shortfall.visit
    let obstacles = report.reasons(shortfall).map { reason -> Markup in "<li>\(reason)</li>" }
    let why: Markup = obstacles.isEmpty ? "not looked for" : "<ul>\(Markup.joined(obstacles))</ul>"
    let next = report.nextPossible(shortfall)
    let noNext = shortfall.matter == .uncovered && shortfall.explanation != nil ? "no room today" : ""
    var details = [report.kindName(of: visit), visit.length.spoken]
    if visit.demands.count > 1 { details.append("two workers") }
    if visit.isTimeCritical { details.append("time-critical") }
    let level: Markup =
      shortfall.isUncovered ? "<br/><span class=\"faint\">counts under \(shortfall.level.printedName)</span>" : ""
    let isGrave = shortfall.matter == .uncovered && shortfall.level.kind.isEssential
    return """
      <tr class="sift\(report.marks(of: visit))\(isGrave ? " grave" : "")"><th scope="row">\(shortfall.label)</th>\
      <td>\(report.personName(of: visit))</td><td>\(details.joined(separator: ", ")) \
      <code>\(visit.id.text)</code>\(level)</td><td>\(report.when(shortfall))</td><td class="why">\(why)</td>\
      <td>\(next.isEmpty ? noNext : next)</td></tr>

      """
  }

  private var notWanted: Markup {
    let calls = report.notWanted
    guard !calls.isEmpty else { return .empty }
    let items = calls.map { visit, reason -> Markup in
      """
      <li>\(report.personName(of: visit)), \(report.kindName(of: visit)), \(report.preferredTimes(of: visit)): \
      \(reason.printedName) <code>\(visit.id.text)</code></li>
      """
    }
    return """
      <details><summary>\(Count.of(calls.count, "call")) not to be done today</summary>\
      <ul>\(Markup.joined(items))</ul></details>
      """
  }
}
