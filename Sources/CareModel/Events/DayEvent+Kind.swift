extension DayEvent {
  /// What sort of event it is, by the name in documents.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case workerOff, runningLate, cancelled, refused, noReply, cutShort, takesLonger, newWindows, toHospital
    case newCall, newReferral, providerOutage, workerAdded, locked, unlocked
  }

  package var kind: Kind {
    switch matter {
    case .workerOff: .workerOff
    case .runningLate: .runningLate
    case .cancelled: .cancelled
    case .refused: .refused
    case .noReply: .noReply
    case .cutShort: .cutShort
    case .takesLonger: .takesLonger
    case .newWindows: .newWindows
    case .toHospital: .toHospital
    case .newCall: .newCall
    case .newReferral: .newReferral
    case .providerOutage: .providerOutage
    case .workerAdded: .workerAdded
    case .locked: .locked
    case .unlocked: .unlocked
    }
  }
}
