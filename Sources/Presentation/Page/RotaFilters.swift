import CareModel
import Quantities
import RotaChecking

/// What of a rota's page is looked at: one role, patch or class; chosen with radio buttons and done by the style sheet alone.
///
/// Rows and sheets that are not of it are hidden, marks in drawings grow faint. On paper everything stands, whatever is chosen.
struct RotaFilters: Sendable {
  private let roles: [Role]
  private let patches: [String]
  private let classes: [ReferralClass]

  init(_ caseload: Caseload) {
    let present = Set(caseload.workers.filter { !$0.dutyPeriods.isEmpty }.map(\.role))
    roles = Role.allCases.filter(present.contains)
    patches = Set(caseload.visits.compactMap { RotaFilters.patch(of: $0, in: caseload) }).sorted()
    let known = Set(caseload.visits.compactMap { RotaFilters.referralClass(of: $0, in: caseload) })
    classes = ReferralClass.allCases.filter(known.contains)
  }

  /// One question, with its answers in the order in which they are offered.
  private struct Question {
    /// Of the radio buttons, and the beginning of their ids.
    let name: String
    let legend: String
    let answers: [String]
  }

  /// Where there is only one answer nothing is asked.
  private var questions: [Question] {
    [
      Question(name: "role", legend: "Role", answers: roles.map(\.printedName)),
      Question(name: "patch", legend: "Patch", answers: patches),
      Question(name: "class", legend: "Class", answers: classes.map(\.printedName)),
    ].filter { $0.answers.count > 1 }
  }

  /// The names by which the style sheet knows a call; of an uncovered one by the roles that it asks for.
  func marks(of visit: Visit, by workers: [Worker], in caseload: Caseload) -> Set<String> {
    var found = marks(of: workers.isEmpty ? visit.demands.flatMap(\.roles) : workers.map(\.role))
    if let patch = RotaFilters.patch(of: visit, in: caseload).flatMap(patches.firstIndex) {
      found.insert("patch-\(patch)")
    }
    if let place = RotaFilters.referralClass(of: visit, in: caseload).flatMap(classes.firstIndex) {
      found.insert("class-\(place)")
    }
    return found
  }

  /// The names by which it knows roles.
  func marks(of roles: [Role]) -> Set<String> {
    Set(roles.compactMap { self.roles.firstIndex(of: $0) }.map { "role-\($0)" })
  }

  /// The buttons; empty where there is nothing to choose.
  var controls: Markup {
    guard !questions.isEmpty else { return .empty }
    let fields = questions.map { question -> Markup in
      let answers = question.answers.enumerated().map { place, answer -> Markup in
        """
        <label><input type="radio" name="\(question.name)" id="only-\(question.name)-\(place)"/>\(answer)</label>

        """
      }
      return """
        <fieldset class="key"><legend>\(question.legend)</legend>\
        <label><input type="radio" name="\(question.name)" class="all" id="any-\(question.name)" checked="checked"/>all</label>
        \(Markup.joined(answers))</fieldset>

        """
    }
    return """
      <section id="filters" aria-label="What is shown"><details><summary>Show one role, patch or class alone</summary>
      <div class="filters">\(Markup.joined(fields))</div></details>
      <p class="filtered">Not everything is shown: rows and sheets are hidden, marks in the drawings faint. Printed, it is all there.</p>
      </section>

      """
  }

  var style: String {
    let rules = questions.flatMap { question in
      question.answers.indices.map { place in
        let mark = "\(question.name)-\(place)"
        return ".chooses:has(#only-\(mark):checked) .sift:not(.\(mark)){display:none}"
          + ".chooses:has(#only-\(mark):checked) .fade:not(.\(mark)){opacity:.1}\n"
      }
    }
    return "@media screen{\n\(rules.joined())}\n"
  }

  private static func patch(of visit: Visit, in caseload: Caseload) -> String? {
    let place = caseload.place(of: visit) ?? caseload.person(visit.person)?.place
    return place.flatMap(caseload.place(_:))?.patch
  }

  private static func referralClass(of visit: Visit, in caseload: Caseload) -> ReferralClass? {
    let id = visit.referral ?? visit.episode.flatMap(caseload.episode)?.referral
    return id.flatMap(caseload.referral)?.referralClass
  }
}

extension RotaReport {
  /// A class attribute's words for a call: ` role-0 patch-1`.
  func marks(of visit: Visit) -> String { RotaReport.words(callMarks(visit)) }

  /// The same for a run: its worker's role, and the patches and classes of its calls.
  func marks(of run: PrintedRun) -> String {
    let calls = run.run.stops.compactMap { caseload.visit($0.visit) }.flatMap(callMarks)
    let role = filters.marks(of: [run.worker?.role].compactMap { $0 })
    return RotaReport.words(Set(calls.filter { !$0.hasPrefix("role-") }).union(role))
  }

  private func callMarks(_ visit: Visit) -> Set<String> {
    let workers = (placements[visit.id] ?? []).compactMap { caseload.worker($0.worker) }
    return filters.marks(of: visit, by: workers, in: caseload)
  }

  private static func words(_ marks: Set<String>) -> String { marks.sorted().map { " \($0)" }.joined() }
}
