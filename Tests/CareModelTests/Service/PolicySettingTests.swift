import CareModel
import Quantities
import Testing

@Suite("The settings of the policy")
struct PolicySettingTests {
  /// A value of a setting in words.
  static func text(of setting: PolicySetting, in policy: Policy) -> String {
    switch setting.field {
    case .integer(_, let get, _): "\(get(policy))"
    case .clock(let get, _): get(policy).description
    case .choice(_, let get, _): get(policy)
    case .choices(_, let get, _): get(policy).joined(separator: "; ")
    }
  }

  /// The policy with one setting at each of some values that it may have.
  static func changed(_ setting: PolicySetting) -> [(policy: Policy, text: String)] {
    switch setting.field {
    case .integer(let range, _, let set):
      return [range.lowerBound, range.upperBound].map { value in
        var policy = Policy()
        set(&policy, value)
        return (policy, "\(value)")
      }
    case .clock(_, let set):
      return [LondonDay.clock(0), ClockTime(wrapping: -1)].map { time in
        var policy = Policy()
        set(&policy, time)
        return (policy, time.description)
      }
    case .choice(let words, _, let set):
      return words.map { word in
        var policy = Policy()
        set(&policy, word)
        return (policy, word)
      }
    case .choices(let words, _, let set):
      return [[words[0]], words].map { chosen in
        var policy = Policy()
        set(&policy, chosen)
        return (policy, chosen.joined(separator: "; "))
      }
    }
  }

  @Test("keys are unique, and each finds its setting")
  func keys() {
    let keys = PolicySetting.all.map(\.key)
    #expect(Set(keys).count == keys.count)
    for key in keys { #expect(PolicySetting.named(key)?.key == key) }
    #expect(PolicySetting.named("responseTime") == nil)
  }

  @Test("a key carries its unit where the value has one", arguments: PolicySetting.all.map(\.key))
  func units(_ key: String) throws {
    let units = [
      "Minutes", "Seconds", "Pence", "PerMinute", "PerMinuteTimeCritical", "PerMile", "PerMille", "Days", "Clock",
      "InnerLondon", "Town", "Rural",
    ]
    let setting = try #require(PolicySetting.named(key))
    switch setting.field {
    case .integer where !["changeBudget", "wantedWorkersAWeek"].contains(key):
      #expect(units.contains(where: key.hasSuffix), "\(key)")
    case .clock: #expect(key.hasSuffix("Clock"))
    default: break
    }
  }

  @Test("each default lies in its range", arguments: PolicySetting.all.map(\.key))
  func defaultsInRange(_ key: String) throws {
    switch try #require(PolicySetting.named(key)).field {
    case .integer(let range, let get, _): #expect(range.contains(get(Policy())))
    case .choice(let words, let get, _):
      #expect(words.contains(get(Policy())))
      #expect(Set(words).count == words.count)
    case .choices(let words, let get, _):
      let chosen = get(Policy())
      #expect(!chosen.isEmpty && chosen.allSatisfy(words.contains) && Set(chosen).count == chosen.count)
    case .clock(let get, _): #expect((0..<86_400).contains(get(Policy()).secondsOfDay))
    }
  }

  @Test("each setting takes the ends of its range and gives them back", arguments: PolicySetting.all.map(\.key))
  func roundTrip(_ key: String) throws {
    let setting = try #require(PolicySetting.named(key))
    for (policy, text) in Self.changed(setting) { #expect(Self.text(of: setting, in: policy) == text) }
  }

  @Test("setting one thing leaves every other as it was", arguments: PolicySetting.all.map(\.key))
  func oneAtATime(_ key: String) throws {
    let setting = try #require(PolicySetting.named(key))
    for (policy, _) in Self.changed(setting) {
      for other in PolicySetting.all where other.key != key {
        #expect(Self.text(of: other, in: policy) == Self.text(of: other, in: Policy()), "\(other.key)")
      }
    }
  }

  @Test("every number of the policy is a setting: changing all of them leaves none at its default")
  func nothingLeftOut() {
    var policy = Policy()
    for setting in PolicySetting.all {
      switch setting.field {
      case .integer(let range, let get, let set):
        set(&policy, get(policy) == range.upperBound ? range.lowerBound : range.upperBound)
      case .clock(let get, let set): set(&policy, ClockTime(wrapping: get(policy).secondsOfDay + 1))
      case .choice(let words, let get, let set):
        if let other = words.first(where: { $0 != get(policy) }) { set(&policy, other) }
      case .choices(let words, let get, let set): set(&policy, words.filter { !get(policy).contains($0) })
      }
    }
    let left = Self.fields(policy, "policy").filter { Self.fields(Policy(), "policy")[$0.key] == $0.value }
    #expect(left.keys.sorted() == [])
  }

  /// The numbers and words inside a policy, by the path of their names.
  private static func fields(_ value: Any, _ path: String) -> [String: String] {
    let children = Array(Mirror(reflecting: value).children)
    guard !(value is Ladder), !children.isEmpty else { return [path: "\(value)"] }
    var fields: [String: String] = [:]
    for child in children {
      fields.merge(Self.fields(child.value, path + "." + (child.label ?? "?"))) { first, _ in first }
    }
    return fields
  }

  @Test("a word that a choice doesn't offer changes nothing")
  func unknownChoice() {
    for setting in PolicySetting.all {
      var policy = Policy()
      switch setting.field {
      case .choice(_, _, let set): set(&policy, "no such word")
      case .choices(let words, _, let set):
        set(&policy, [])
        set(&policy, [words[0], "no such word"])
      case .integer, .clock: break
      }
      #expect(policy == Policy())
    }
  }

  @Test("another scope of the care-home flag brings its own ladder")
  func scopeBringsItsLadder() throws {
    guard case .choice(let words, _, let set) = try #require(PolicySetting.named("careHomeRiskScope")).field else {
      Issue.record("the scope is a choice")
      return
    }
    for word in words {
      var policy = Policy()
      set(&policy, word)
      #expect(policy.ladder == Ladder.standard(scope: policy.careHomeRiskScope))
    }
  }

  @Test("each setting says what it means and where its default comes from")
  func said() {
    for setting in PolicySetting.all {
      #expect(!setting.meaning.isEmpty && !setting.source.isEmpty)
      #expect(!(setting.meaning + setting.source).contains("|"))
    }
    #expect(Set(PolicySetting.all.map(\.meaning)).count == PolicySetting.all.count)
  }
}
