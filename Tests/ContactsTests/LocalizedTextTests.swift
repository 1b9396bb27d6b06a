import Contacts
import Testing

struct LocalizedTextTests {
  @Test(arguments: ["ko", "zh", "en", "", "KO"])
  func givesOneTextInEveryLanguage(language: String) {
    #expect(LocalizedText("업비트")[language] == "업비트")
  }

  @Test(arguments: [
    ("ko", "전화"), ("zh", "电话"), ("en", "Phone"), ("fr", "Phone"), ("", "Phone"), ("KO", "Phone"),
  ])
  func givesTheTextOfTheLanguageOrTheFirst(language: String, text: String) {
    #expect(LocalizedText(["zh": "电话", "ko": "전화", "en": "Phone"])[language] == text)
  }

  @Test func isEmptyWithoutATextAndKeepsAnEmptyOne() {
    #expect(LocalizedText([:])["ko"] == "")
    #expect(LocalizedText(["ko": "", "en": "Phone"])["ko"] == "")
  }
}
