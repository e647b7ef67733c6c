import Presentation
import Testing

@Suite struct MarkupTests {
  @Test("what is put in is escaped, what is markup is not escaped again")
  func escaping() {
    let name = "<b> & \"q\" 'a'"
    let cell: Markup = "<td>\(name)</td>"
    #expect(cell.source == "<td>&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;</td>")
    let row: Markup = "<tr>\(cell)</tr>"
    #expect(row.source == "<tr>\(cell.source)</tr>")
  }

  @Test("coordinates have at most one decimal and never an exponent")
  func coordinates() {
    #expect(Coordinate(12.34).description == "12.3")
    #expect(Coordinate(12.0).description == "12")
    #expect(Coordinate(-0.25).description == "-0.3")
    #expect(Coordinate(.infinity).description == "0")
    #expect(Coordinate(.nan).description == "0")
  }
}
