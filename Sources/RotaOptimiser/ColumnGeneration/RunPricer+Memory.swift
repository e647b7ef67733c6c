/// What runs remember.
extension RunPricer {
  /// Makes runs that come back to calls as this one does remember them on the way.
  func remember(returnsOf run: PricedRun) {
    memory.remember(returnsOf: run, in: problem)
    use(memory)
  }

  /// From now on this is remembered and nothing else.
  func use(_ memory: CallMemory) {
    self.memory = memory
    for call in 0..<problem.callCount {
      own[call] = memory.own[call]
      barred[call] = memory.barred[call]
      remembered[call] = memory.remembered[call]
    }
  }
}
