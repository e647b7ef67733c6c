import CareModel
import Testing

@Suite("Guessing what was meant")
struct NearestWordTests {
  @Test(
    "a slip of the pen is found again",
    arguments: [
      ("timeCritcal", "timeCritical"), ("TIMECRITICAL", "timeCritical"), ("wnidows", "windows"), ("demand", "demands"),
    ])
  func near(word: String, meant: String) {
    #expect(NearestWord.to(word, among: ["windows", "timeCritical", "demands", "state"]) == meant)
  }

  @Test("what is far from all is left alone, and nothing is near nothing")
  func far() {
    #expect(NearestWord.to("kitchen", among: ["windows", "state"]) == nil)
    #expect(NearestWord.to("", among: ["windows"]) == nil)
    #expect(NearestWord.to("a", among: [String]()) == nil)
    #expect(NearestWord.to(String(repeating: "x", count: 1_000_000), among: ["windows"]) == nil)
  }

  @Test("of equally near words the first is taken")
  func first() { #expect(NearestWord.to("v-3", among: ["v-1", "v-2"]) == "v-1") }
}
