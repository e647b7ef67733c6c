/// The places for a task that promise most, the best first; of equal ones the one met first.
final class Shortlist {
  struct Entry: BitwiseCopyable {
    var slot: Insertion.Slot
    var piece: Int32
    /// First and last start there, as far as the run's other stops and no breaks are concerned.
    var earliest: Int32
    var latest: Int32
    /// What placing the task there adds at least.
    var bound: PackedScore
    /// Places are met in this order.
    var order: Int32 = 0
    /// The run has changed since the moment asked about.
    var hasChanged = true

    /// Comes behind another: dearer by its bound, or met later.
    @inline(__always)
    func isBehind(_ other: Entry) -> Bool {
      bound == other.bound ? order > other.order : other.bound < bound
    }
  }

  private let entries: FlatArray<Entry>
  private(set) var count = 0

  init(capacity: Int) {
    let blank = Entry(slot: .none, piece: 0, earliest: 0, latest: 0, bound: .zero)
    entries = FlatArray(repeating: blank, count: capacity)
  }

  deinit { entries.free() }

  subscript(index: Int) -> Entry {
    @inline(__always) get { entries[index] }
  }

  func removeAll() { count = 0 }

  var isFull: Bool { count == entries.count }

  /// The last one taken in.
  var last: Entry { entries[count - 1] }

  /// Takes a place in where there is room for it or a worse one is there. Places are offered in their order.
  @inline(__always)
  func offer(_ new: Entry) {
    var index = count
    if index == entries.count {
      if !(new.bound < entries[index - 1].bound) { return }
      index -= 1
    } else {
      count += 1
    }
    while index > 0, new.bound < entries[index - 1].bound {
      entries[index] = entries[index - 1]
      index -= 1
    }
    entries[index] = new
  }
}
