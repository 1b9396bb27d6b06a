import Testing

@testable import HelpCenter

struct PhraseSetTests {
  static let phrases = PhraseSet([["비밀번호", "password"], ["보내", "passcode"], ["ab"]])

  @Test(arguments: [
    ("", 0), ("b", 0), ("ab", 4), ("aab", 4), ("비밀번", 0), ("새 비밀번호를 보내", 3), ("passpasscode", 2),
    ("a passwor", 0), ("password", 1), ("비비밀번호 ab", 5), ("보 내 a b", 0),
  ]) func saysWhichGroupsStandInAText(_ text: String, _ groups: UInt32) {
    #expect(Self.phrases.groups(in: Array(text.utf8)) == groups)
  }
}
