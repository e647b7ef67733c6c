/// What runs remember.
extension RunPricer {
  /// From now on this is remembered and nothing else.
  func use(_ memory: CallMemory) {
    for call in 0..<problem.callCount {
      own[call] = memory.own[call]
      barred[call] = memory.barred[call]
      remembered[call] = memory.remembered[call]
    }
  }
}
