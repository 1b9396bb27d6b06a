import Testing

@testable import Search

/// The parts of a query's analysis, on the cases of Tests/JavaScript/search-analysis.test.js.
struct QueryWordsTests {
  private func text(_ units: Units) -> String { String(decoding: units, as: UTF16.self) }

  @Test(arguments: [
    "withdraw withdrawal withdrawals withdrawing",
    "verify verifies verified verifying verification",
    "cancel cancelled cancelling cancellation", "stake stakes staking", "address addresses",
    "fee fees", "currency currencies",
  ]) func englishWordsOfOneFamilyHaveOneStem(family: String) {
    let stems = family.split(separator: " ").map { text(EnglishStemmer.stem(Units($0.utf16))) }
    #expect(Set(stems).count == 1, "\(stems)")
  }

  @Test(arguments: ["staking talking", "form platform", "ledger leader"])
  func othersHaveNot(pair: String) {
    let stems = pair.split(separator: " ").map { text(EnglishStemmer.stem(Units($0.utf16))) }
    #expect(stems[0] != stems[1])
  }

  @Test(arguments: [("cnfrma", "출금"), ("qlalfqjsgh", "비밀번호"), ("dhkTdjdy", "왔어요")])
  func keysTypeKorean(letters: String, korean: String) {
    #expect(text(Hangul.text(fromKeys: Units(letters))) == korean)
    #expect(text(Hangul.keys(Units(korean))) == letters)
  }

  @Test func keysThatTypeNoKoreanGiveNone() {
    #expect(Hangul.text(fromKeys: Units("withdraw")).isEmpty)
    #expect(Hangul.text(fromKeys: []).isEmpty)
  }

  @Test func consonantsThatAreJoinedAreInitialsAgain() {
    #expect(
      Hangul.initialsApart(Units("ㄳㄱㄵ".compatibilityComposed))
        == Units("ㄱㅅㄱㄴㅈ".compatibilityComposed))
  }

  @Test(arguments: [
    ("passwrod", "password", 2, 1), ("ledger", "leader", 2, 2), ("ledger", "leader", 1, .max),
    ("abc", "xyz", 1, .max), ("", "ab", 2, 2), ("ab", "", 2, 2), ("same", "same", 1, 0),
    ("a", "abcd", 2, .max),
  ]) func aSwapCountsAsOneMistake(a: String, b: String, most: Int, expected: Int) {
    var distance = EditDistance()
    #expect(distance.between(Units(a), Units(b)[...], atMost: most) == expected)
    #expect(distance.between(Units(b), Units(a)[...], atMost: most) == expected)
  }

  @Test func wordsThatAreBeingTypedAreCompleted() throws {
    for (typed, word) in [("출ㄱ", "출금"), ("출그", "출금"), ("출긊", "출그시"), ("출금", "출그마")] {
      let range = try #require(Hangul.completion(Units(typed.compatibilityComposed)))
      #expect(range.contains(Units(word)), "\(typed)")
    }
    #expect(Hangul.completion(Units("a")) == nil)
    #expect(Hangul.verbForms(Units("잠겼")).contains { $0.contains(Units("잠기")) })
  }
}
