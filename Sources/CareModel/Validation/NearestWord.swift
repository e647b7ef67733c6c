/// Guesses which known word somebody meant.
package enum NearestWord {
  /// Longer words are not compared.
  private static let longest = 64

  /// The known word that takes the fewest changes to reach; nil where none is near. The first of equals is taken.
  ///
  /// A change is a letter added, left out, replaced, or swapped with its neighbour; capitals do not count. A word is
  /// near up to a third of its letters.
  ///
  /// - Complexity: the length of the word times the length of all known ones.
  package static func to(_ word: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= longest else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in known {
      let letters = Array(candidate.lowercased().unicodeScalars)
      let limit = min((best?.distance ?? Int.max) - 1, max(1, max(wanted.count, letters.count) / 3))
      guard letters.count <= longest, abs(letters.count - wanted.count) <= limit else { continue }
      let distance = changes(from: wanted, to: letters)
      if distance <= limit { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Optimal string alignment: Damerau, "A technique for computer detection and correction of spelling errors", 1964.
  private static func changes(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in right.indices {
        let isSame = left[row] == right[column]
        var cost = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
