package import CareModel

/// Holds predicted ends against the ends that came (R22).
///
/// Episodes that were cut short by what nobody predicts, a death, a return to hospital or a refusal, are left out.
package struct ForecastErrors {
  private let service: Service

  package init(_ service: Service) { self.service = service }

  /// In order of number.
  package func all() -> [ForecastError] {
    let ended = service.episodes.filter { record in
      record.state == .ended && ![.died, .readmitted, .declined].contains(record.endReason)
    }
    let most = ended.map(\.clocks.predictedEnds.count).max() ?? 0
    return (0..<most).map { number in
      let later = ended.compactMap { record -> Int? in
        let predicted = record.clocks.predictedEnds
        guard predicted.indices.contains(number), let end = record.endedOn else { return nil }
        return end.days(from: predicted[number].end)
      }
      return ForecastError(
        number: number + 1, episodes: later.count, daysOff: later.reduce(0) { $0 + abs($1) },
        daysLater: later.reduce(0, +))
    }
  }
}
