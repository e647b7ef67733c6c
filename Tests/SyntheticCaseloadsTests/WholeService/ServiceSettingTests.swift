import CareModel
import SyntheticCaseloads
import Testing

@Suite("The settings of a generated service")
struct ServiceSettingTests {
  @Test("each key has one line in the table, and each line its range round its value")
  func complete() {
    #expect(Set(ServiceSetting.all.map(\.key)) == Set(ServiceSetting.Key.allCases))
    #expect(ServiceSetting.all.count == ServiceSetting.Key.allCases.count)
    for setting in ServiceSetting.all {
      #expect(setting.range.contains(setting.standard))
      #expect(setting.range.lowerBound < setting.range.upperBound)
      #expect(!setting.meaning.isEmpty && !setting.source.isEmpty)
    }
  }

  @Test("a key says its unit: shares in thousandths lie between none and all")
  func units() {
    let ratios: Set<ServiceSetting.Key> = [
      .varianceRatioPerMille, .afterBankHolidayPerMille, .staffShortagePerMille, .zipfPerMille,
    ]
    for setting in ServiceSetting.all where setting.key.name.hasSuffix("PerMille") && !ratios.contains(setting.key) {
      #expect((0...1000).contains(setting.range.lowerBound) && setting.range.upperBound <= 1000, "\(setting.key)")
    }
  }

  @Test("shares that make up a whole do so")
  func wholes() {
    let parameters = ServiceParameters(seed: 1, title: "")
    let wholes: [[ServiceSetting.Key]] = [
      [
        .mondayPerMille, .tuesdayPerMille, .wednesdayPerMille, .thursdayPerMille, .fridayPerMille, .saturdayPerMille,
        .sundayPerMille,
      ], [.hospitalDischargePerMille, .newCommunityPerMille, .escalatingExistingPerMille],
      [
        .stayWeek1PerMille, .stayWeek2PerMille, .stayWeek3PerMille, .stayWeek4PerMille, .stayWeek5PerMille,
        .stayWeek6PerMille, .stayLongerPerMille,
      ],
      [
        .endingIndependentPerMille, .endingReducedPerMille, .endingLongTermPerMille, .endingReadmittedPerMille,
        .endingStoppedPerMille, .endingDiedPerMille, .endingCareHomePerMille,
      ], [.startFourCallsPerMille, .startThreeCallsPerMille, .startTwoCallsPerMille, .startOneCallPerMille],
      [.contract37PerMille, .contract30PerMille, .contract20PerMille, .contractWeekendPerMille],
      [
        .earlyPerMille, .latePerMille, .rotatingPerMille, .shortMorningPerMille, .shortEveningPerMille, .splitPerMille,
      ], [.morning30PerMille, .morning45PerMille, .morning60PerMille], [.bed30PerMille, .bed45PerMille],
    ]
    for keys in wholes { #expect(keys.reduce(0) { $0 + parameters[$1] } == 1000, "\(keys)") }
  }

  @Test("a value outside its range is brought into it, and one set to the standard is no change")
  func clamping() {
    var parameters = ServiceParameters(seed: 1, title: "")
    parameters[.twoPersonPerMille] = 5000
    #expect(parameters[.twoPersonPerMille] == 1000)
    #expect(parameters.changed.map(\.setting.key) == [.twoPersonPerMille])
    parameters[.twoPersonPerMille] = 80
    #expect(parameters == ServiceParameters(seed: 1, title: ""))
  }

  @Test("a file's settings are taken over, and all its mistakes are told in one pass")
  func entries() {
    func entry(_ key: String, _ number: String?, _ line: Int) -> ServiceParameters.Entry {
      ServiceParameters.Entry(key: key, number: number, shown: number ?? "\"many\"", location: "f.json:\(line):3")
    }
    var parameters = ServiceParameters(seed: 1, title: "")
    let problems = parameters.apply([
      entry("twoPersonPerMille", "150", 1), entry("twoPersnPerMille", "150", 2), entry("ruralPerMille", "1001", 3),
      entry("windowMinutes", nil, 4), entry("windowMinutes", "45", 5), entry("bookedDays", "7.5", 6),
    ])
    #expect(parameters[.twoPersonPerMille] == 150)
    #expect(
      problems.map(\.code) == [
        "setting.unknown", "value.range", "setting.malformed", "setting.repeated", "setting.malformed",
      ])
    #expect(problems[0].suggestion == "twoPersonPerMille")
    #expect(problems[1].expected.contains("0 to 1000") && problems[1].location == "f.json:3:3")
    #expect(parameters[.ruralPerMille] == 0 && parameters[.bookedDays] == 14)
  }

  @Test("posts follow from the starts as domain.md 2.6 has it", arguments: ServicePreset.allCases)
  func posts(preset: ServicePreset) {
    let parameters = preset.parameters(seed: 1)
    #expect(parameters[.startsPerYear] == preset.target.startsPerYear)
    // Rounded in the table, and for the smallest service to a whole worker.
    #expect(abs(parameters.assistantPosts - Double(preset.target.assistantPosts)) <= 0.51)
    #expect(abs(parameters.therapistPosts * 10 - Double(preset.target.therapistPostTenths)) <= 2)
  }
}
