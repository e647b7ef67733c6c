import CareModel
import RotaChecking
import Testing

@Suite("Required preferences")
struct RequiredPreferenceRuleTests {
  private func day(_ preference: Preference, ofCall: Bool = false) -> TinyDay {
    var day = TinyDay([TinyDay.visit(preferences: ofCall ? [preference] : [])])
    day.people[0] = TinyDay.person("p1", preferences: ofCall ? [] : [preference])
    day.workers[0] = TinyDay.worker("w1", gender: .female, languages: ["Polish"])
    return day
  }
  private let rota = [run([stop("v1", "08:00")])]

  @Test(
    "a required wish is a rule, a weaker one is not", arguments: [true, false],
    [
      (Preference.Wish.gender(.female), [] as [RuleName]), (.gender(.male), [.requiredPreference]),
      (.language("Polish"), []), (.language("Welsh"), [.requiredPreference]),
      (.workers([WorkerID("w1")]), []), (.workers([WorkerID("w2")]), [.requiredPreference]),
    ])
  func wishes(ofCall: Bool, wish: (Preference.Wish, [RuleName])) {
    #expect(day(Preference(wish.0, .required), ofCall: ofCall).broken(rota) == wish.1)
    #expect(day(Preference(wish.0, .strong), ofCall: ofCall).broken(rota) == [])
  }

  @Test("the sentence says who is wanted")
  func sentence() {
    let found = day(Preference(.gender(.male), .required)).findings(.requiredPreference, rota)
    #expect(found.map(\.sentence) == ["Call v1 must go to a man, which worker w1 is not."])
  }
}
