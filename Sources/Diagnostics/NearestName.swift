/// The known name nearest to a mistyped one, for "did you mean".
///
/// Distance is optimal string alignment (Damerau 1964, adjacent swaps count once) over Unicode
/// scalars; a suggestion is made only when at most a third of the longer name differs, so that a
/// wrong guess is rarer than none.
public func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let typed = Array(name.lowercased().unicodeScalars)
  var best: (distance: Int, name: String)?
  for candidate in known {
    let target = Array(candidate.lowercased().unicodeScalars)
    var allowed = max(typed.count, target.count) / 3
    if let best { allowed = min(allowed, best.distance) }
    guard abs(typed.count - target.count) <= allowed else { continue }
    let distance = alignmentDistance(typed, target, upTo: allowed)
    guard distance <= allowed else { continue }
    if best == nil || (distance, candidate) < (best!.distance, best!.name) {
      best = (distance, candidate)
    }
  }
  return best?.name
}

/// `did you mean 'title'?`, or the fallback when no known name is near.
public func didYouMean(
  _ name: String, among known: some Sequence<String>, otherwise: String? = nil
) -> String? {
  nearestName(to: name, among: known).map { "did you mean '\($0)'?" } ?? otherwise
}

/// The distance, or a larger number than `limit` where it is larger.
private func alignmentDistance(
  _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], upTo limit: Int
) -> Int {
  // What is the same at either end costs nothing: names of one folder begin and end alike.
  let start = zip(a, b).prefix { $0 == $1 }.count
  let shorter = min(a.count, b.count) - start
  let end = zip(a.reversed(), b.reversed()).prefix(shorter).prefix { $0 == $1 }.count
  return alignmentDistance(a[start..<a.count - end], b[start..<b.count - end], limit)
}

private func alignmentDistance(
  _ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>, _ limit: Int
) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  let (a0, b0) = (a.startIndex, b.startIndex)
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + [Int](repeating: 0, count: b.count)
    var least = i
    for j in 1...b.count {
      let same = a[a0 + i - 1] == b[b0 + j - 1]
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
      if i > 1, j > 1, a[a0 + i - 1] == b[b0 + j - 2], a[a0 + i - 2] == b[b0 + j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
      least = min(least, row[j])
    }
    // A swap reaches over one row.
    guard min(least, last.min()!) <= limit else { return limit + 1 }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
