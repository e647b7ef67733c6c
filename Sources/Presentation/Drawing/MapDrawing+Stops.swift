import CareModel
import Quantities
import RotaChecking

extension MapDrawing {
  /// A mark for each place that is called at: numbered for one run, with the letters of the runs for all of them.
  var stops: Markup {
    let marks = isSingle ? numberedMarks : letteredMarks
    let points = marks.compactMap { point($0.place) }
    var labels = LabelPlacement(points: points, radius: 5, textHeight: 11)
    return .joined(marks.map { markup(of: $0, labels: &labels) })
  }

  private struct Mark {
    let place: PlaceID
    let text: String
    let title: String
    /// The runs that call there.
    let letters: [String]
    /// A call there is uncovered.
    let isOpen: Bool
    /// Those of its calls, for the filters.
    let marks: String
  }

  private var numberedMarks: [Mark] {
    guard let run = runs.first else { return [] }
    var numbers: [PlaceID: [Int]] = [:]
    var order: [PlaceID] = []
    for (index, stop) in run.run.stops.enumerated() {
      guard let place = report.caseload.visit(stop.visit).flatMap(report.caseload.place(of:)) else { continue }
      if numbers[place] == nil { order.append(place) }
      numbers[place, default: []].append(index + 1)
    }
    return order.map { place in
      let text = (numbers[place] ?? []).map(String.init).joined(separator: ",")
      return Mark(place: place, text: text, title: "Stop \(text)", letters: [], isOpen: false, marks: "")
    }
  }

  private var letteredMarks: [Mark] {
    var visits: [PlaceID: [Visit]] = [:]
    for visit in report.caseload.visits where report.level(of: visit.id) != nil || report.isCovered(visit) {
      if let place = report.caseload.place(of: visit) { visits[place, default: []].append(visit) }
    }
    let letterOfRun = Dictionary(report.runs.map { ($0.index, $0.letter) }) { first, _ in first }
    return visits.keys.sorted().map { place in
      let here = visits[place] ?? []
      var letters: [String] = []
      var people: [String] = []
      for visit in here {
        for placed in report.placements[visit.id] ?? [] {
          if let letter = letterOfRun[placed.run], !letters.contains(letter) { letters.append(letter) }
        }
        let person = report.personName(of: visit)
        if !people.contains(person) { people.append(person) }
      }
      letters.sort { ($0.count, $0) < ($1.count, $1) }
      let isOpen = here.contains { !report.isCovered($0) }
      let said = letters.isEmpty ? "nobody" : "run \(letters.joined(separator: ", "))"
      let title =
        "\(people.joined(separator: ", ")): \(Count.of(here.count, "call")), \(said)\(isOpen ? "; uncovered" : "")"
      return Mark(
        place: place, text: letters.joined(separator: " "), title: title, letters: letters, isOpen: isOpen,
        marks: here.map { report.marks(of: $0) }.joined())
    }
  }

  /// A round dot; where a call is uncovered, an open square with a cross.
  private func markup(of mark: Mark, labels: inout LabelPlacement) -> Markup {
    guard let point = point(mark.place) else { return .empty }
    let shape: Markup =
      mark.isOpen
      ? """
      <path class="open" d="M\(Coordinate(point.x - 6)) \(Coordinate(point.y - 6))h12v12h-12zl12 12m0 -12l-12 12"/>
      """ : "<circle class=\"stop\" cx=\"\(Coordinate(point.x))\" cy=\"\(Coordinate(point.y))\" r=\"4\"/>"
    var label: Markup = .empty
    if !mark.text.isEmpty {
      let width = 8 * Double(DisplayWidth.of(mark.text))
      let box = labels.place(beside: point, distance: mark.isOpen ? 9 : 7, width: width)
      label = """
        <text class="stop-label" x="\(Coordinate((box.left + box.right) / 2))" y="\(Coordinate(box.bottom - 1))" \
        text-anchor="middle">\(mark.text)</text>
        """
    }
    return """
      <g class="place\(mark.marks.isEmpty ? "" : " fade\(mark.marks)")\(mark.letters.map { " on-\($0)" }.joined())"><title>\(mark.title)</title>\(shape)\(label)</g>

      """
  }
}
