import Diagnostics
import Testing

@testable import Markdown

/// What authors mean as Markdown and do not get, or get without meaning it; `⟦` stands where the
/// finding must.
struct StrayMarkTests {
  struct Slip: Sendable, CustomTestStringConvertible {
    var id: String
    var marked: String

    init(_ id: String, _ marked: String) {
      self.id = id
      self.marked = marked
    }

    var testDescription: String { "\(id) \(marked.debugDescription)" }
  }

  static let stray: [String] = [
    // Headings
    "##⟦제목", "#⟦标题", "⟦＃ 제목", "⟦＃＃제목", "##⟦\u{A0}제목", "##⟦\u{3000}제목", "⟦﹟ 제목",
    "글\n\n⟦\u{3000}## 제목",
    "## 제목⟦##",
    // Lists
    "-⟦목록\n", "*⟦목록", "+⟦목록", "-⟦[글](a.md)", "-⟦\u{A0}항목", "*⟦\u{3000}항목", "1.⟦\u{3000}항목", "1.⟦항목",
    "2)⟦항목", "⟦１．항목", "⟦１.항목", "⟦1、打开应用", "⟦1。打开", "⟦1）打开", "⟦－ 항목", "⟦＊ 항목", "⟦• 하나", "⟦· 하나",
    "⟦ㆍ하나",
    "⟦※ 하나\n※ 둘", "⟦● 하나\n● 둘", "⟦○ 하나\n\n○ 둘", "⟦① 첫째\n② 둘째", "⟦(1) 하나\n(2) 둘", "⟦（一）概述\n（二）步骤",
    "⟦一、概述\n二、步骤", "⟦가. 하나\n나. 둘", "⟦ㅇ 신청\nㅇ 접수", "글\n⟦2. 둘\n3. 셋", "- ⟦[ ] 할 일", "⟦　- 항목",
    // Links and pictures
    "⟦[글] (a.md)", "말 ⟦[글]（a.md）", "⟦［글］（a.md）", "⟦【글】(a.md)", "⟦[글](a b.md)", "⟦[글](a.md “제목”)",
    "⟦！[그림](a.png)",
    "⟦! [그림](a.png)", "⟦！［그림］（a.png）", "⟦[[위키]]", "글⟦[^1]", "⟦＜https://a.example＞",
    "⟦(글)[a.md]", "말 ⟦[글]<a.md>", "⟦[글]{a.md}", "⟦[글(a.md)", "⟦[글](a.md", "https⟦：//a.example",
    "见⟦［说明］（https：／／a．example／b）", "⟦[email protected]", "말 ⟦[email\u{A0}protected]로",
    // Emphasis and code
    "글 ⟦%%메모%% 글", "⟦**굵게* 글", "*굵게⟦** 글", "⟦***굵게**", "⟦^^밑줄^^", "⟦´코드´ 글",
    // Numbers in words
    "⟦1 . 하나\n2 . 둘", "⟦Step 1. 앱\nStep 2. 설정", "⟦첫째, 앱\n둘째, 설정", "⟦1단계 앱\n2단계 설정",
    "⟦第一步：打开\n第二步：点击",
    "#⟦제목#", "> ⟦[!note : 글",
    "⟦** 중요 ** 글", "⟦**중요 글", "⟦__중요__합니다", "말 ⟦_중요_합니다", "⟦~~취소~~", "⟦==강조==", "⟦||비밀||",
    "⟦＊＊중요＊＊", "⟦＿＿중요＿＿",
    "⟦～～취소～～", "⟦`code 글", "⟦｀code｀", "⟦·otp· 확인", "| a |\n|---|\n| ⟦** b ** |",
    // Markers, callouts, boxes
    "⟦{steps\n\n1. 하나", "⟦{ steps }\n\n1. 하나", "⟦{Steps}\n\n1. 하나", "⟦｛steps｝\n\n1. 하나", "⟦「faq」",
    "⟦{include：never}",
    "글 ⟦{steps} 글", "⟦{단계}\n\n1. 하나", "⟦{步骤}", "⟦{step s}", "⟦{포함: never}", "⟦｛常见问题｝", "⟦steps}",
    "⟦include: never}", "⟦《 引用一句话", "- ⟦［x］ 做", "⟦[ ] 할 일", "⟦@[TOC]",
    "⟦{{< note >}}", "⟦{% include a %}", "⟦{.note}", "## 제목 ⟦{# id}", "## 제목 ⟦{#id .note}",
    "⟦!(a.svg)", "글 ⟦！(그림.png)", "⟦!〔그림〕(a.png)", "⟦「글」(a.md)", "글 ⟦!（a.png）",
    "⟦:::note\n글\n:::", "⟦：：：note",
    "⟦!!! note\n글", "⟦[!WARNING] 글", "> ⟦［!NOTE］ 글", "> ⟦[！NOTE] 글", "> ⟦[!주의] 글", "⟦[TOC]",
    "⟦.. note:: a", "⟦/// note\n글\n///", "⟦???+ note\n글", "⟦import Tabs from '@theme/Tabs'",
    "⟦import './a.css'", "⟦export const a = 1", "⟦$$\na^2\n", "말 [글](a.md)⟦{target=_blank}",
    "![그림](a.png)⟦{: .wide }", "말 ⟦[^1]\n\n[^1]: 请参阅说明书。", "말 ⟦[^1] 글[^1].\n\n[^1]: a",
    // Tables, lines, fences
    "⟦| a | b |\n| 1 | 2 |", "a ⟦| b\nc | d", "⟦| a | b |", "⟦｜ a ｜ b ｜\n｜---｜---｜",
    "a ⟦｜ b\nc ｜ d",
    "⟦ㅣ a ㅣ b ㅣ\nㅣ 1 ㅣ 2 ㅣ", "| a | b |\n⟦| —— | —— |\n| 1 | 2 |", "| a | b |\n⟦|---|\n| 1 | 2 |",
    "⟦+---+---+\n| a | b |",
    "⟦———", "⟦ㅡㅡㅡ", "⟦＿＿＿", "⟦'''\n글", "⟦｀｀｀\n글", "⟦₩₩₩\n글", "⟦“““\n글",
    // Other signs
    "⟦&nbsp 글", "⟦＆nbsp; 글", "⟦:warning: 글", "⟦＜br＞", "⟦<！-- 메모 -->", "⟦\\＊글",
  ]

  static let accidents: [Slip] = [
    Slip("accidental-block", "문단\n⟦---"), Slip("accidental-block", "문단\n둘째 줄\n⟦==="),
    Slip("accidental-block", "⟦```\n글"), Slip("accidental-block", "⟦~~~\n글\n```"),
    Slip("accidental-block", "글\n\n    ⟦들여 쓴 글"), Slip("accidental-block", "\t⟦1. 하나"),
    Slip("accidental-block", "    ⟦Open the app and tap More."),
    Slip("accidental-block", "⟦2026. 11. 21. 점검"), Slip("accidental-block", "⟦2026. 점검"),
    Slip("accidental-block", "⟦11. 21. 점검"), Slip("accidental-block", "⟦14. 보안"),
    Slip("accidental-block", "⟦1) 한 문장"), Slip("accidental-block", "⟦- 3 % 입니다"),
    Slip("accidental-block", "⟦+ 82 10 1234"), Slip("accidental-block", "합계는 10\n⟦- 3 = 7"),
    Slip("accidental-block", "⟦> 100 USDT 이상"), Slip("accidental-block", "⟦>= 5 %"),
    Slip("accidental-block", "값 ⟦_api_key_ 는"), Slip("accidental-block", "2⟦*3*4"),
    Slip("accidental-block", "1. a\n  ⟦- b\n2. c"), Slip("accidental-block", "1. a\n2. b\n⟦4. c"),
    Slip("accidental-block", "| a | b |\n|---|---|\n| 1 | 2 |\n⟦다음 글"),
    Slip("lost-text", "글\n\n⟦[주의]: 확인하세요"), Slip("lost-text", "⟦[주의]: 확인하세요\n글"),
    Slip("lost-text", "> ⟦[!NOTE]: 확인하세요"),
    Slip("lost-text", "| a | b |\n|---|---|\n⟦| 1 | 2 | 3 |"),
  ]

  @Test(arguments: stray.map { Slip("stray-mark", $0) } + accidents)
  func isReportedAtItsPlace(_ slip: Slip) {
    let marked = MarkedText(slip.marked)
    let rendered = marked.render()
    let found = rendered.diagnostics.inReadingOrder().filter { $0.id == slip.id }
    #expect(found.first?.location == marked.places.first, "\(rendered.diagnostics)")
    #expect(found.allSatisfy { $0.severity == .warning && $0.hint?.isEmpty == false })
  }

  /// What is meant, and what a backslash or a backtick says is meant.
  static let innocent: [String] = [
    "#1 서버에서 3번", "#업비트 #출금 안내", "#hashtag", "-5% 하락", "-3 °C 아래", "1.5배", "0.0025 BTC",
    "2026.11.21 점검",
    "2026-11-21 점검", "김**님이 신청", "张**先生您好", "010-****-1234", "비밀번호 ****", "2 ** 10 = 1024",
    "2 * 3 * 4",
    "seed_phrase 변수 a_b_c", "snake__case", "`##제목`", "`{steps}` 마커", "\\{steps}", "\\#제목",
    "\\- 3 %", "\\**중요",
    "\\`code", "\\[글] (a.md)", "설정 > 보안", "설정 | 보안 | OTP", "설정｜보안｜OTP", "[참고] (2026년 기준)", "[1] 항목",
    "[편집자 주] 글", "（1）번 항목만", "① 하나만", "※ 주의: 한 줄", "○ 표시가 있는 항목", "홈 · 공지 · FAQ", "입금·출금",
    "1～3 영업일", "import the file from a folder", "export your data", "$5 and $10", "// note",
    "[글](a.md){name}", "`a`{x}", "## 제목 {: #x }", "## 제목 {:#x}", "## 제목 { #x }",
    "> [![배지](a.png)](b.md)", "주의!(필독)", "「업비트」(두나무)", "〔참고〕 (2026)", "주의！（2026.11.21）",
    "!(a == b)",
    "f(!(a || b.c))", "끝!(1.5배)", "[안내!(중요)](a.md)",
    "하하~~ 좋습니다", "A == B 이면", "5 < 6 > 4", "09:00-18:00", "> 인용문", "> 2026년 공지는",
    "- 1 영업일\n- 3 영업일",
    "- 3 % 할인\n- 5 % 할인", "1. 하나\n2. 둘", "1. 하나\n1. 둘\n1. 셋", "3. 셋\n4. 넷", "1. 하나\n\n글\n\n2. 둘",
    "| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n- | -\n1 | 2", "| a |\n|---|\n| 1 \\| 2 |",
    "```\n##제목\n** 중요 **\n| a |\n```", "    curl -s x\n    y=1", "*강조* 글", "*중요*한 글", "**굵게** 글",
    "- *강조* 항목",
    "2025년에 샀습니다.\n2026. 그리고", "> [!NOTE] 제목\n> 글", "## 제목 {#x}", "## 제목 ##", "글\n\n---\n\n글",
    "“인용”과 ‘인용’",
    "《书名》说明", "提现失败，怎么办？（2026）", "您好！请问：“提现”多久？", "[글](a.md) (참고)", "[글](a.md)（참고）", "![그림](a.png)",
    "주의! [글](a.md)", "주의！[여기](a.md)를", "&nbsp;글 Q&A AT&T", "C# 과 F#", "## C# 언어", "{name} 님",
    "{\"a\": 1}",
    "C:\\사용자", "₩1,000 ~ ₩2,000", "₩**1,000**", "[x]: a.md\n\n[글][x]",
    "[x]: a.md\n\n- [x] (본문)".replacing(" (본문)", with: ""),
    "— 업비트 고객센터", "10. 한국\n11. 중국".replacing("10.", with: "1.").replacing("11.", with: "2."),
    "0x1234_abcd",
    "+82 10 1234", "-v 옵션", "--help", "1) 하나\n2) 둘", "A. 선택", "Q. 질문?\n\nA. 답", "가상 자산. 그리고",
    "！！！주의！！！",
    "• ".replacing("• ", with: "글"), "- 하나\n\n  ```\n  code\n  ```\n- 둘", "1. 하나\n   - 속\n2. 둘",
    "비밀번호(6자리)",
    "{steps}\n\n1. 하나", "{faq}\n\n- 질문\n\n  답", "시간은 5:30 입니다", "A·B·C", "···", "글　글", "3차 인증",
    "a ＞ b", "홈 ＞ 설정",
    "가격＊ 표", "「업비트」 안내", "【공지】 점검 (11월)", "（참고）글", "(주)두나무", "① 하나 ② 둘", "1:1 문의", "1·2차", "50~60%",
    "*강조*와 **굵게**", "***둘 다*** 글", "**굵게**와 *강조*, 2 * 3", "가격* 표", "첫째, 앱을 엽니다", "(참고)[1]",
    "[글](a.md)[글](a.md)",
    "첫째 줄\n다음 줄", "《书名》 说明", "《 书名 》说明", "100%% 확실", "{이름}", "{金额}", "[email] 칸", "그는 웃었다}",
    "　　缩进的一段。\n\n　　又一段。", "1단계를 마칩니다", "제목：//아님",
  ]

  @Test(arguments: innocent) func ordinaryTextIsLeftAlone(_ text: String) {
    let kinds: Set = ["stray-mark", "accidental-block", "lost-text"]
    let found = render(text).diagnostics.filter { kinds.contains($0.id) }
    #expect(found.isEmpty, "\(found)")
  }
}
