import Diagnostics

/// A page's template in one language as a flat list of steps, which append UTF-8 to a page.
struct TemplateProgram: Sendable {
  private enum Step: Sendable {
    /// Bytes of `literals`.
    case literal(Range<Int>)
    case text(slot: Int, read: @Sendable (UnsafeRawPointer) -> String?, escaped: Bool)
    /// Goes on at `end` where the answer is `skip`.
    case test(slot: Int, test: @Sendable (UnsafeRawPointer) -> Bool, skip: Bool, end: Int)
    /// Runs the steps up to `end` for each item, put into the slot `item`.
    case each(slot: Int, items: TemplateField.Items, item: Int, end: Int)
  }

  private var steps: [Step] = []
  private var literals: [UInt8] = []
  private var slots = 1
  /// The last step is a literal that the next one may be joined to: nothing jumps between them.
  private var canJoin = false

  init(_ nodes: [TemplateNode], words: Words) { append(nodes, words) }

  private mutating func append(_ nodes: [TemplateNode], _ words: Words) {
    for node in nodes {
      switch node {
      case .literal(let bytes): append(literal: bytes)
      case .word(let key, let escaped):
        let word = words.texts[key] ?? ""
        append(literal: Array((escaped ? escapeHTML(word) : word).utf8))
      case .text(let slot, let read, let escaped):
        append(.text(slot: slot, read: read, escaped: escaped))
      case .ifWord(let key, let inverted, let inner):
        if (words.texts[key] ?? "").isEmpty == inverted { append(inner, words) }
      case .ifPresent(let slot, let test, let inverted, let inner):
        let start = steps.count
        append(.test(slot: slot, test: test, skip: inverted, end: 0))
        append(inner, words)
        steps[start] = .test(slot: slot, test: test, skip: inverted, end: steps.count)
        canJoin = false
      case .each(let slot, let items, let item, let inner):
        let start = steps.count
        append(.each(slot: slot, items: items, item: item, end: 0))
        append(inner, words)
        steps[start] = .each(slot: slot, items: items, item: item, end: steps.count)
        canJoin = false
        slots = max(slots, item + 1)
      }
    }
  }

  private mutating func append(_ step: Step) {
    steps.append(step)
    canJoin = false
  }

  private mutating func append(literal bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    let start = literals.count
    literals += bytes
    if canJoin, case .literal(let range)? = steps.last {
      steps[steps.count - 1] = .literal(range.lowerBound..<literals.count)
    } else {
      steps.append(.literal(start..<literals.count))
      canJoin = true
    }
  }

  // MARK: Running

  private typealias Slots = UnsafeMutableBufferPointer<UnsafeRawPointer>

  /// Fills the template with a value of the type whose fields it was resolved with.
  func run(_ context: UnsafeRawPointer) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(literals.count + 4096)
    withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: slots) { slots in
      slots.initialize(repeating: context)
      run(0..<steps.count, slots, &out)
    }
    return out
  }

  private func run(_ range: Range<Int>, _ slots: Slots, _ out: inout [UInt8]) {
    var next = range.lowerBound
    while next < range.upperBound {
      switch steps[next] {
      case .literal(let range): out.append(contentsOf: literals[range])
      case .text(let slot, let read, let escaped):
        if let text = read(slots[slot]) {
          if escaped { out.append(escapedHTML: text) } else { out.append(utf8: text) }
        }
      case .test(let slot, let test, let skip, let end):
        if test(slots[slot]) == skip {
          next = end
          continue
        }
      case .each(let slot, let items, let item, let end):
        items.visit(slots[slot]) { value in
          slots[item] = value
          run(next + 1..<end, slots, &out)
        }
        next = end
        continue
      }
      next += 1
    }
  }
}
