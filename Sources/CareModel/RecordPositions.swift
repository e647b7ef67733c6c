extension Dictionary where Value == Int {
  /// Where each id stands in a list; the first of two that are the same.
  package init(positionsOf ids: [Key]) {
    self.init(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
