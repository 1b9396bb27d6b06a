import Synchronization

/// Transforms the items on up to `jobs` threads at once; the results keep the items' order.
///
/// Items are handed out from a counter one by one, because one may cost a thousand times another: the
/// search indexes of all languages stood side by side, and one thread made them all.
func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int,
  progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
  _ transform: @escaping @Sendable (Item) -> Result
) async -> [Result] {
  let counters = Counters()
  var results = [Result?](repeating: nil, count: items.count)
  await withTaskGroup(of: [(Int, Result)].self) { group in
    for _ in 0..<max(1, min(jobs, items.count)) {
      group.addTask {
        var made: [(Int, Result)] = []
        while true {
          let index = counters.next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < items.count else { return made }
          made.append((index, transform(items[index])))
          let done = counters.done.wrappingAdd(1, ordering: .relaxed).newValue
          if done % 16 == 0 || done == items.count { progress(done, items.count) }
        }
      }
    }
    for await made in group {
      for (index, result) in made { results[index] = result }
    }
  }
  return results.map { $0! }
}

private final class Counters: Sendable {
  let next = Atomic<Int>(0)
  let done = Atomic<Int>(0)
}
