/// A stack of plain values in one block that grows by doubling; the class that makes it frees it.
struct FlatStack<Element: BitwiseCopyable> {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 1)
    base = .allocate(capacity: self.capacity)
  }

  func free() { base.deallocate() }

  mutating func push(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    (base + count).initialize(to: element)
    count += 1
  }

  /// Pushes a copy of a block, first element first.
  mutating func push(_ elements: UnsafePointer<Element>, count added: Int) {
    if count + added > capacity { grow(to: count + added) }
    (base + count).initialize(from: elements, count: added)
    count += added
  }

  mutating func pop() -> Element {
    count -= 1
    return base[count]
  }

  /// Takes the last elements off; they may be read until the next push.
  mutating func pop(count removed: Int) -> UnsafePointer<Element> {
    count -= removed
    return UnsafePointer(base + count)
  }

  mutating func removeAll() { count = 0 }

  private mutating func grow(to least: Int) {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: max(least, capacity * 2))
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity = max(least, capacity * 2)
  }
}
