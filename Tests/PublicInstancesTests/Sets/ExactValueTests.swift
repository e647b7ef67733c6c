import PublicInstances
import Testing

@Suite("Exact values")
struct ExactValueTests {
  @Test("fractions are compared and printed without a binary fraction in between")
  func fractions() {
    #expect(ExactValue(654_596, over: 3000).text(decimals: 3) == "218.199")
    #expect(ExactValue(654_596, over: 3000) < ExactValue(218_199, over: 1000))
    #expect(ExactValue(654_596, over: 3000).rounded(decimals: 3) == ExactValue(218_199, over: 1000))
    #expect(ExactValue(2, over: 4) == ExactValue(1, over: 2) && ExactValue(6, over: 3).description == "2")
    #expect(ExactValue(-5, over: 10).text(decimals: 0) == "-1" && ExactValue(-4, over: 10).text(decimals: 0) == "0")
    #expect(ExactValue(16377, over: 10).description == "1637.7" && ExactValue(82894, over: 100).description == "828.94")
    #expect(
      ExactValue(Int.max) > ExactValue(Int.min)
        && ExactValue(Int.max).text(decimals: 9).hasPrefix("9223372036854775807."))
  }

  @Test("decimal numbers are read to the last digit, and nothing else is")
  func decimals() {
    #expect(ExactValue(decimal: "218.199") == ExactValue(218_199, over: 1000))
    #expect(ExactValue(decimal: "769") == ExactValue(769) && ExactValue(decimal: "-0.5") == ExactValue(-1, over: 2))
    for text in ["", ".", "1.", ".5", "1e3", "1,5", "0x1", "1.0000001", "1234567890123456", "--1", "١"] {
      #expect(ExactValue(decimal: text) == nil, "\(text)")
    }
  }

  @Test("gaps are in ten-thousandths of the reference, and unknown where that has no sense")
  func gaps() {
    #expect(ExactValue(110).gap(above: ExactValue(100)) == 1000)
    #expect(ExactValue(99).gap(above: ExactValue(100)) == -100)
    #expect(ExactValue(1, over: 3).gap(above: ExactValue(1, over: 3)) == 0)
    #expect(ExactValue(1).gap(above: ExactValue(0)) == nil)
    #expect(ExactValue(Int.max).gap(above: ExactValue(1, over: Int.max)) == nil)
  }

  @Test("the gap to a published value is taken after rounding as it was published")
  func publishedGap() {
    // Unrounded, 654.596 / 3 would seem better than the proven optimum.
    let row = BestKnown(
      instance: "a", convention: .own, value: SetObjective(ExactValue(218_199, over: 1000)), evidence: .solution,
      source: "", decimals: 3)
    #expect(row.gap(of: SetObjective(ExactValue(654_596, over: 3000))) == 0)
    let levels = BestKnown(
      instance: "a", convention: .hierarchical, value: SetObjective([ExactValue(10), ExactValue(100)]),
      evidence: .valueOnly, source: "")
    #expect(levels.gap(of: SetObjective([ExactValue(10), ExactValue(101)])) == 100)
    #expect(levels.gap(of: SetObjective([ExactValue(11), ExactValue(90)])) == nil)
    #expect(SetObjective([ExactValue(10), ExactValue(101)]) < SetObjective([ExactValue(11), ExactValue(90)]))
  }

  @Test("a doubtful value is never the best one, and a damaged table is refused")
  func table() throws {
    let table = try PublicSetFiles.bestKnown(.mankowska)
    let best = try #require(table.best(of: "InstanzCPLEX_HCSRP_25_6"))
    #expect(best.value.description == "464.622")
    #expect(table.best(of: "nothing") == nil)
    let text =
      "instance,convention,vehicles,value,lower_bound,proven,evidence,source\nR101,hierarchical,19,1650.8,,no,valueOnly,x\n"
    let (read, _) = BestKnownReader.read(Array(text.utf8), file: "t.csv")
    #expect(read?.rows.first?.value.description == "19 / 1650.8" && read?.rows.first?.decimals == 1)
    for (old, new) in [
      ("hierarchical", "own"), ("19", ""), ("1650.8", "x"), (",no,", ",maybe,"), ("valueOnly", "said"), ("R101", ""),
      ("vehicles", "cars"), ("1650.8", ""),
    ] {
      let (table, problems) = BestKnownReader.read(Array(text.replacing(old, with: new).utf8), file: "t.csv")
      #expect(table == nil && !problems.isEmpty, "\(new)")
    }
    for bytes in Damage.texts(of: text, every: 1) {
      let (table, problems) = BestKnownReader.read(bytes, file: "t.csv")
      #expect((table == nil) == !problems.isEmpty)
    }
  }
}
