import Dispatch
import Synchronization

/// Work shared out among threads. The threads are Dispatch's, which keeps them from one time to the next.
enum OnThreads {
  /// Does so many things, the first ones first, on so many threads at most; all are done when it returns.
  ///
  /// - Parameter work: must change nothing that the work on another number may read, but for what is atomic.
  static func each(of count: Int, threads: Int, _ work: (Int) -> Void) {
    let threads = min(threads, count)
    guard threads > 1 else { return (0..<count).forEach(work) }
    let next = Atomic(0)
    withoutActuallyEscaping(work) { work in
      // It crosses threads unchecked. That is sound because of what is asked of it, and because all have ended when this returns.
      nonisolated(unsafe) let work = work
      DispatchQueue.concurrentPerform(iterations: threads) { _ in
        while true {
          let number = next.wrappingAdd(1, ordering: .acquiringAndReleasing).oldValue
          guard number < count else { return }
          work(number)
        }
      }
    }
  }
}
