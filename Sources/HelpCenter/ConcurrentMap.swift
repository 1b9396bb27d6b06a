import Synchronization

/// Transforms the items on up to `jobs` threads at once; the results keep the items' order.
///
/// Chunks are handed out from a counter, because one page may cost a hundred times another.
func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int,
  progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
  _ transform: @escaping @Sendable (Item) -> Result
) async -> [Result] {
  let chunkSize = 16
  let chunks = stride(from: 0, to: items.count, by: chunkSize).map {
    $0..<min($0 + chunkSize, items.count)
  }
  let counters = Counters()
  var results = [[Result]](repeating: [], count: chunks.count)
  await withTaskGroup(of: [(Int, [Result])].self) { group in
    for _ in 0..<max(1, min(jobs, chunks.count)) {
      group.addTask {
        var made: [(Int, [Result])] = []
        while true {
          let index = counters.next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < chunks.count else { return made }
          made.append((index, items[chunks[index]].map(transform)))
          progress(
            counters.done.wrappingAdd(chunks[index].count, ordering: .relaxed).newValue, items.count
          )
        }
      }
    }
    for await made in group {
      for (index, chunk) in made { results[index] = chunk }
    }
  }
  return results.flatMap { $0 }
}

private final class Counters: Sendable {
  let next = Atomic<Int>(0)
  let done = Atomic<Int>(0)
}
