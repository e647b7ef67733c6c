import Foundation

/// What this process has used of the machine so far; never part of a rota.
enum ProcessUse {
  /// `Used 1.8 s of processor time and at most 64 MB of memory.`, with a line end.
  static var words: String {
    let memory = PeakMemory.megabytes.map { " and at most \($0) MB of memory" } ?? ""
    let tenths = Int((processorSeconds * 10).rounded())
    return "Used \(tenths / 10).\(tenths % 10) s of processor time\(memory).\n"
  }

  /// Of all threads, in user code and in the kernel.
  private static var processorSeconds: Double {
    var time = timespec()
    guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
