import PublicInstances
import RotaOptimiser
import Testing

@Suite("The table of the public sets")
struct PublicBenchmarkTests {
  private func row(
    _ set: PublicSet, _ name: String, _ convention: BestKnown.Convention = .own, budget: Int = 20_000
  ) throws -> BenchmarkRow {
    let instance = try #require(try PublicSetFiles.instance(set, name).instance)
    return PublicBenchmark(settings: OptimiserSettings(budget: budget)).row(
      name, of: instance, under: convention, published: try PublicSetFiles.bestKnown(set))
  }

  /// One vehicle and one customer.
  private func solomon(_ customer: String) throws -> PublicInstance {
    let text = """
      X1

      VEHICLE
      NUMBER     CAPACITY
      1 1

      CUSTOMER
      CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

      0 0 0 0 0 100 0
      \(customer)

      """
    let reading = PublicInstance.read(Array(text.utf8), file: "X1.txt", of: .solomon)
    return try #require(reading.instance, "\(reading.problems)")
  }

  @Test("a row has our value, the best known one, the gap between them and a bound below both")
  func row() throws {
    let row = try row(.mankowska, "InstanzCPLEX_HCSRP_10_2")
    #expect(row.isValid)
    let (value, best) = (try #require(row.value), try #require(row.published))
    #expect(row.gap == value.last.gap(above: best.value.last))
    #expect(try #require(row.bound) <= best.value.last)
    #expect(row.work > 0)
    let cells = BenchmarkText.cells(row)
    #expect(cells.count == BenchmarkText.columns.count)
    #expect(cells[4] == best.value.description)
  }

  @Test("values with different numbers of vehicles have no gap, but a difference of vehicles")
  func vehicles() throws {
    var row = try row(.solomon, "R101", .hierarchical, budget: 0)
    let best = try #require(row.published?.value)
    #expect(row.isValid)
    row.value = SetObjective([ExactValue(best.values[0].numerator + 2), best.last])
    #expect(row.gap == nil)
    #expect(row.firstValueBeyond == 2)
    #expect(BenchmarkText.cells(row).last?.contains("+2 vehicles") == true)
    row.value = best
    #expect(row.gap == 0)
  }

  @Test("a value with a broken rule is none, and an instance that the optimiser refuses has its reason")
  func faults() throws {
    var faulty = try row(.days, "s20-1-core", budget: 0)
    #expect(faulty.isValid && faulty.gap != nil)
    faulty.faults = ["too late, by \"far\""]
    #expect(!faulty.isValid && faulty.gap == nil)
    let csv = BenchmarkText.csv([BenchmarkText.columns, BenchmarkText.cells(faulty)])
    #expect(csv.contains("\"too late, by \"\"far\"\"\""))
    let broken = try solomon("1 0 0 1 0 100 0")
    let refused = PublicBenchmark(settings: OptimiserSettings()).row(
      "X1", of: broken, under: .dimacs, published: nil)
    #expect(refused.value == nil && refused.faults.count == 1)
  }

  @Test("what must be served and can't be is said, and is no fault")
  func leftOut() throws {
    let instance = try solomon("1 90 0 1 0 50 1")
    let row = PublicBenchmark(settings: OptimiserSettings(budget: 0)).row(
      "X1", of: instance, under: .dimacs, published: nil)
    #expect(row.leftOut == 1)
    #expect(row.faults.isEmpty && !row.isValid)
    #expect(BenchmarkText.cells(row)[3] == "-")
  }

  @Test("families are summed up in the order in which they come")
  func summary() {
    func row(_ set: PublicSet, _ name: String, _ value: Int, best: Int) -> BenchmarkRow {
      var row = BenchmarkRow(
        set: set, instance: name, convention: .own,
        published: BestKnown(
          instance: name, convention: .own, value: SetObjective(ExactValue(best)), evidence: .solution, source: "x"))
      row.value = SetObjective(ExactValue(value))
      return row
    }
    var left = row(.uhhc, "i-134", 90, best: 100)
    left.leftOut = 1
    let rows = [
      row(.uhhc, "i-116", 110, best: 100), row(.uhhc, "D1", 100, best: 100), row(.uhhc, "i-100", 130, best: 100), left,
      row(.mankowska, "InstanzVNS_HCSRP_100_3", 99, best: 100), row(.days, "s20-1-core", 1, best: 1),
    ]
    let all = BenchmarkSummary.all(of: rows)
    #expect(all.map(\.family) == ["validation", "D", "E", "core"])
    #expect(all[0].instances == 3 && all[0].valid == 2 && all[0].reached == 0)
    #expect(all[0].meanGap == 2000 && all[0].largestGap == 3000)
    #expect(all[1].reached == 1 && all[2].reached == 1 && all[2].meanGap == -100)
    #expect(BenchmarkText.cells(all[0]).count == BenchmarkText.summaryColumns.count)
  }
}
