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
    let allowed = max(typed.count, target.count) / 3
    guard abs(typed.count - target.count) <= allowed else { continue }
    let distance = alignmentDistance(typed, target)
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

private func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let same = a[i - 1] == b[j - 1]
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
