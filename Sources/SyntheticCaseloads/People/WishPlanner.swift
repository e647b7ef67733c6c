import CareModel
import Quantities
import ReproducibleNumbers

/// Draws what somebody wishes about who comes, and whom they refuse.
struct WishPlanner {
  let parameters: DayParameters

  /// A woman is asked for more often than a man, and only a woman is ever required (R38, R40).
  func preferences(number: Int) -> [Preference] {
    var stream = RandomStream(seed: parameters.seed, purpose: .wishes, index: UInt64(max(number, 0)))
    let wantsGender = stream.nextBool(perMille: parameters.genderPreferenceShare.value)
    let wantsWoman = stream.nextBool(perMille: 750)
    let strength = [Preference.Strength.weak, .strong, .required][stream.chooseIndex(weights: [45, 45, 10]) ?? 0]
    let wantsLanguage = stream.nextBool(perMille: parameters.languagePreferenceShare.value)
    let language = stream.choose(from: StaffPlanner.languages)
    var preferences: [Preference] = []
    if wantsGender {
      preferences.append(
        Preference(.gender(wantsWoman ? .female : .male), wantsWoman || strength != .required ? strength : .strong))
    }
    if wantsLanguage, let language { preferences.append(Preference(.language(language), .weak)) }
    return preferences
  }

  /// The worker whom somebody refuses, by index among the first eight; usually none.
  func refusedIndex(number: Int) -> Int? {
    var stream = RandomStream(seed: parameters.seed, purpose: .wishes, index: UInt64(max(number, 0)), subindex: 1)
    let refuses = stream.nextBool(perMille: parameters.refusalShare.value)
    let index = stream.nextInt(below: 8)
    return refuses ? index : nil
  }
}
