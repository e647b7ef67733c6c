/// The components of the UHHC objective that can be computed from a solution, by the names of the files.
package enum UHHCComponent: String, CaseIterable, Hashable, Sendable {
  case travelTime = "travel_time"
  case totalTardiness = "total_tardiness"
  case highestTardiness = "highest_tardiness"
  case totalWaitingTime = "total_waiting_time"
  case maxWaitingTime = "max_waiting_time"
  case totalExtraTime = "total_extra_time"
  case maxIdleTime = "max_idle_time"
  case caregiverPreferences = "caregiver_preferences"
  /// Spelt as the set spells it.
  case incompatibilities = "incompabilities"
  case optionalPatients = "optional_patients"
  case missedLunchBreak = "missed_lunch_break"
  case workloadBalance = "workload_balance"
  case qualification

  /// These must be zero where an instance says nothing of them; the others are then not counted.
  var isHardWhenAbsent: Bool {
    switch self {
    case .qualification, .incompatibilities, .caregiverPreferences, .optionalPatients, .missedLunchBreak: true
    default: false
    }
  }
}

/// Every component of a solution; minutes, or a number of visits, patients or caregivers.
package struct UHHCComponents: Hashable, Sendable {
  package var travelTime = 0
  package var totalTardiness = 0
  package var highestTardiness = 0
  package var totalWaitingTime = 0
  package var maxWaitingTime = 0
  package var totalExtraTime = 0
  package var maxIdleTime = 0
  package var caregiverPreferences = 0
  package var incompatibilities = 0
  package var optionalPatients = 0
  package var missedLunchBreak = 0
  package var workloadBalance = 0
  package var qualification = 0

  package init() {}

  /// A component by its name.
  package subscript(_ component: UHHCComponent) -> Int {
    switch component {
    case .travelTime: travelTime
    case .totalTardiness: totalTardiness
    case .highestTardiness: highestTardiness
    case .totalWaitingTime: totalWaitingTime
    case .maxWaitingTime: maxWaitingTime
    case .totalExtraTime: totalExtraTime
    case .maxIdleTime: maxIdleTime
    case .caregiverPreferences: caregiverPreferences
    case .incompatibilities: incompatibilities
    case .optionalPatients: optionalPatients
    case .missedLunchBreak: missedLunchBreak
    case .workloadBalance: workloadBalance
    case .qualification: qualification
    }
  }
}

/// What a solution of a UHHC instance is worth.
package struct UHHCEvaluation: Hashable, SetEvaluation {
  package let components: UHHCComponents
  package let violations: [SetViolation]
  /// Weight times component, summed.
  package let total: Int

  package var objective: SetObjective { SetObjective(ExactValue(total)) }

  package var parts: [SetComponent] {
    UHHCComponent.allCases.map { SetComponent($0.rawValue, ExactValue(components[$0])) }
  }
}
