import Diagnostics
import Testing

struct NearestNameTests {
  static let words: [(typed: String, known: [String], expected: String?)] = [
    // The same, one letter wrong, missing, too many, swapped.
    ("title", ["title", "tags"], "title"), ("titel", ["title", "tags"], "title"),
    ("tile", ["title", "tags"], "title"), ("tittle", ["title", "tags"], "title"),
    ("tutle", ["title", "tags"], "title"), ("tag", ["title", "tags"], "tags"),
    ("TITLE", ["title"], "title"), ("title", ["Title"], "Title"),
    // Two of six may differ, three of eight may not.
    ("udpaet", ["update"], "update"), ("abcdefgh", ["xyzdefgh"], nil),
    ("description", ["descriptoin"], "descriptoin"), ("descr", ["description"], nil),
    ("title", ["zzz"], nil), ("title", [], nil), ("", ["title"], nil), ("title", [""], nil),
    ("upbit", ["bithumb", "upbit"], "upbit"), ("bithum", ["bithumb", "upbit"], "bithumb"),
    // The nearer wins; of two as near, the first in alphabetical order.
    ("order", ["ordre", "border"], "border"), ("bat", ["cat", "bar", "rat"], "bar"),
    ("bat", ["rat", "bat", "bar"], "bat"),
    ("입출금안네", ["입출금안내", "수수료"], "입출금안내"), ("充值和体现", ["充值和提现"], "充值和提现"),
    ("resume\u{301}", ["resume"], "resume"),
  ]

  @Test(arguments: words)
  func suggestsTheNearestName(typed: String, known: [String], expected: String?) {
    #expect(nearestName(to: typed, among: known) == expected)
    #expect(nearestName(to: typed, among: known.reversed()) == expected)
  }

  @Test func asksWhetherTheNearNameWasMeant() {
    #expect(didYouMean("titel", among: ["title"]) == "did you mean 'title'?")
    #expect(didYouMean("titel", among: ["title"], otherwise: "x") == "did you mean 'title'?")
    #expect(didYouMean("titel", among: ["order"], otherwise: "remove it") == "remove it")
    #expect(didYouMean("titel", among: ["order"]) == nil)
  }

  @Test(arguments: 0..<60)
  func agreesWithTheDefinitionOnRandomWords(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func word() -> String {
      let length = Int.random(in: 3...5, using: &generator)
      return String((0..<length).map { _ in "ab가".randomElement(using: &generator)! })
    }
    let typed = word()
    let known = (0..<6).map { _ in word() }
    let near = known.map { (distance(Array(typed)[...], Array($0)[...]), $0) }
      .filter { $0.0 * 3 <= max(typed.count, $0.1.count) }
    #expect(nearestName(to: typed, among: known) == near.min(by: <)?.1)
  }

  /// Optimal string alignment, straight from its recursive definition.
  private func distance(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
    guard let x = a.last, let y = b.last else { return max(a.count, b.count) }
    var best = min(
      distance(a.dropLast(), b) + 1, distance(a, b.dropLast()) + 1,
      distance(a.dropLast(), b.dropLast()) + (x == y ? 0 : 1))
    if a.count > 1, b.count > 1, x == b.dropLast().last, y == a.dropLast().last {
      best = min(best, distance(a.dropLast(2), b.dropLast(2)) + 1)
    }
    return best
  }
}
