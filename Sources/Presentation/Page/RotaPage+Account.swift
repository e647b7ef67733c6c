import CareModel
import Quantities
import RotaChecking

extension RotaPage {
  /// The score, level by level in the order in which they count.
  var scoreSection: Markup {
    let score = report.checked.score
    let proofs = report.checked.rota.provenance?.proof.levels ?? []
    let rows = zip(score.ladder.levels, score.values).enumerated().map { index, item -> Markup in
      let (level, value) = item
      let proof = proofs.first { $0.level == level }
      let proven = proof.map { $0.isProven ? "yes" : "at best \(ScoreWords.value($0.bound, at: level))" } ?? ""
      return """
        <tr\(value == 0 ? " class=\"faint\"" as Markup : .empty)><td class="number">\(index + 1)</td>\
        <th scope="row">\(level.printedName)</th><td>\(ScoreWords.value(value, at: level))</td><td>\(proven)</td></tr>

        """
    }
    let travelCost = report.checked.timelines.reduce(Pence.zero) { $0 + $1.cost }
    let total = Pence(score[Level(.cost)])
    return """
      <section id="score" aria-labelledby="score-heading"><h2 id="score-heading">Score</h2>
      <p>A better value on one line is never given up for any amount on a later one. Of the cost of \(total.spoken), \
      \(travelCost.spoken) is for the runs (travel, mileage, overtime, uneven loads); the rest is for calls at other times \
      or by other workers than wished. Proof: \(report.checked.rota.provenance?.proofWords ?? "none").\
      \(proofs.last?.basisWords.map { " \($0)" } ?? "")</p>
      <div class="wide" role="region" aria-label="Score" tabindex="0"><table>
      <thead><tr><th scope="col" class="number">Order</th><th scope="col">Level</th><th scope="col">This rota</th>\
      <th scope="col">Proven best</th></tr></thead>
      <tbody>\(Markup.joined(rows))</tbody></table></div>
      <p class="on-paper faint">Lines at which nothing is lost are left out on paper.</p></section>
      """
  }

  /// Provenance and proof: enough to make the rota again.
  var makingSection: Markup {
    guard let provenance = report.checked.rota.provenance else {
      return """
        <section id="making"><h2>How it was made</h2><p>By hand; nothing is recorded of it.</p></section>
        """
    }
    var before: Score?
    var rows: [Markup] = []
    for stage in provenance.stages {
      let counts = stage.counts.map { "\(PrintableText.of($0.name)) \(Count.grouped($0.value.magnitude))" }
      rows.append(
        """
        <tr><th scope="row">\(StageReport.words(for: stage.name))</th><td>\(stage.outcomeWords)</td>\
        <td>\(ScoreWords.difference(from: before, to: stage.score))</td>\
        <td class="number">\(Count.grouped(stage.workUsed.magnitude))</td><td>\(counts.joined(separator: ", "))</td></tr>

        """)
      before = stage.score
    }
    return """
      <section id="making" aria-labelledby="making-heading"><h2 id="making-heading">How it was made</h2>
      <div class="wide" role="region" aria-label="Stages" tabindex="0"><table>
      <thead><tr><th scope="col">Stage</th><th scope="col">What came of it</th><th scope="col">What it gave</th>\
      <th scope="col" class="number">Work</th><th scope="col">Counted</th></tr></thead>
      <tbody>\(Markup.joined(rows))</tbody></table></div>
      \(provenance.start.map(mended) ?? .empty)\
      <dl class="facts">\(Markup.joined(facts(of: provenance)))</dl></section>
      """
  }

  /// What of the rota that it was started from could not stay as it was.
  private func mended(_ start: StartReport) -> Markup {
    guard !start.mends.isEmpty else { return "<p>It \(start.words).</p>" }
    let rows = start.mends.map { mend -> Markup in
      let person = mend.visit.flatMap(report.caseload.visit).map { report.personName(of: $0) }
      let call = person ?? mend.visit.map { PrintableText.of($0.text) } ?? ""
      let rule = RuleName(rawValue: mend.rule)?.printedName ?? PrintableText.of(mend.rule)
      return """
        <tr><th scope="row">\(call)</th><td>\(mend.worker.map { report.names[$0] } ?? "")</td>\
        <td>\(mend.remedy.printedName)</td><td>\(rule)</td><td>\(PrintableText.of(mend.sentence))</td></tr>

        """
    }
    return """
      <details><summary>It \(start.words)</summary>
      <div class="wide" role="region" aria-label="What was mended" tabindex="0"><table>
      <thead><tr><th scope="col">Call of</th><th scope="col">Was with</th><th scope="col">Remedy</th>\
      <th scope="col">Rule</th><th scope="col">What was wrong</th></tr></thead>
      <tbody>\(Markup.joined(rows))</tbody></table></div></details>

      """
  }

  private func facts(of provenance: Provenance) -> [Markup] {
    let made = provenance.maker.map(StageReport.words) ?? "not recorded"
    let glpk = provenance.glpkVersion.isEmpty ? "took no part" : provenance.glpkVersion
    let work =
      "\(Count.grouped(provenance.workUsed.magnitude)) of \(Count.grouped(provenance.budget.magnitude)) units"
    let facts = [
      ("Made by", made), ("Stopped by", provenance.stoppedBy.printedName), ("Proof", provenance.proofWords),
      ("Work", work), ("Seed", String(provenance.seed)), ("Engine", provenance.engineVersion), ("GLPK", glpk),
      ("Digest of the input", provenance.inputDigest),
    ]
    return facts.map { name, value in "<div><dt>\(name)</dt><dd>\(value)</dd></div>\n" }
  }
}
