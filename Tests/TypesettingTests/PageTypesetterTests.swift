import Testing

@testable import Typesetting

/// What becomes of a page's text. `body` is put into a page of a language.
struct PageTypesetterTests {
  private static func set(_ body: String, in language: String) -> String {
    let start =
      "<!doctype html><html lang=\"\(language)\"><head><title>72 小时 한글</title></head><body>"
    let page = PageTypesetter.set(Array((start + body + "</body></html>").utf8))
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.hasPrefix(start), "the head is left alone")
    return String(text.dropFirst(start.count).dropLast("</body></html>".count))
  }

  @Test(arguments: [
    (
      "en", "<p>Since 2025-06-24, 72 hours.</p>",
      "<p>Since <span class=\"k\">2025-06-24</span>, <span class=\"k\">72 hours</span>.</p>"
    ),
    (
      "zh-Hans", "<p><strong>72 小时</strong>内</p>",
      "<p><strong><span class=\"k\">72 小时</span></strong>内</p>"
    ),
    ("en", "<p><time>2025-06-24</time></p>", "<p><time>2025-06-24</time></p>"),
    ("ko", "<p>72시간 안에 100만 원</p>", "<p>72시간 안에 <span class=\"k\">100만 원</span></p>"),
    (
      "zh-Hans", "<p>叫做 출금 안심차단 的锁</p>",
      "<p>叫做 <span class=\"k\" lang=\"ko\">출금 안심차단</span> 的锁</p>"
    ),
    (
      "en", "<code>1:1 문의하기</code>",
      "<code><span class=\"k\" lang=\"ko\">1:1 문의하기</span></code>"
    ),
    (
      "en", "<p lang=\"ko\">전화 72시간</p><p>전화</p>",
      "<p lang=\"ko\">전화 72시간</p><p><span class=\"k\" lang=\"ko\">전화</span></p>"
    ),
    (
      "en", "<p>전기통신금융사기 피해로 지급정지를 신청합니다</p>",
      "<p><span lang=\"ko\">전기통신금융사기 피해로 지급정지를 신청합니다</span></p>"
    ),
    (
      "zh-Hans", "<h2 id=\"a\"><a href=\"#a\">提币被限制</a></h2><p>提币被限制</p>",
      "<h2 id=\"a\"><a href=\"#a\">提币<wbr>被<wbr>限制</a></h2><p>提币被限制</p>"
    ),
    ("ko", "<h2>提币被限制</h2>", "<h2>提币被限制</h2>"),
  ])
  func isSet(_ language: String, _ body: String, _ expected: String) {
    #expect(Self.set(body, in: language) == expected)
  }

  private static let term =
    "<button type=\"button\" class=\"term\">词</button>\u{2060}"
    + "<span class=\"def\" popover><b>词</b> 2 小时 <span>x</span></span>"

  @Test(arguments: [
    ("ko", "를 누르세요", "를</span> 누르세요"), ("zh-Hans", "，然后", "，</span>然后"),
    ("en", ".</p>", ".</span></p>"), ("en", " and", "</span> and"),
    ("en", "&#39;s rule", "&#39;s</span> rule"),
    ("en", "<b>x</b>", "</span><b>x</b>"), ("zh-Hans", "（说明）", "</span>（说明）"),
  ])
  func aTermStaysWithWhatBelongsToIt(_ language: String, _ behind: String, _ expected: String) {
    let set = Self.set("<p>" + Self.term + behind, in: language)
    #expect(set.hasPrefix("<p><span class=\"k\"><button"), "\(set)")
    #expect(set.hasSuffix("</span></span>" + expected), "\(set)")
  }

  /// Whatever the page, nothing but tags is added, and they are closed.
  @Test(arguments: [
    "<p>72 hours", "</p></p>2026-08-18", "<a title=\"a > 72 hours\">24 hours</a>", "<", "<p",
    "<!-- 72 hours -->",
    "<script>72 hours</script>72 hours", "<svg><text>72 小时</text></svg>", "a < 72 hours",
    "<br>72 hours<br/>",
    "<button class=\"term\">", "<button class=\"term\">x</button><span class=\"def\">",
    "<template>한글</template>",
  ])
  func keepsEveryByteOfThePage(_ body: String) {
    let set = Self.set(body, in: "en")
    let added = [
      "<span class=\"k\">", "<span class=\"k\" lang=\"ko\">", "<span lang=\"ko\">", "</span>",
      "<wbr>",
    ]
    #expect(
      added.reduce(set) { $0.replacing($1, with: "") }
        == body.replacing("</span>", with: "").replacing("<span class=\"k\">", with: ""))
  }

  @Test func aFragmentIsLeftAlone() {
    let fragment = Array("<p>72 hours</p>".utf8)
    #expect(PageTypesetter.set(fragment) == fragment)
  }
}
