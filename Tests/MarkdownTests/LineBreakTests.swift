import Testing

@testable import Markdown

struct LineBreakTests {
  /// `·` stands for the line break that stays, nothing for one that goes.
  static let breaks: [(text: String, kept: String)] = [
    // Chinese.
    ("提现\n之后", "提现之后"), ("提现。\n之后", "提现。之后"), ("提现，\n之后", "提现，之后"), ("提现\n（快）", "提现（快）"),
    ("“提现”\n之后", "“提现”之后"), ("提现\n“之后”", "提现“之后”"),
    ("“提现”\n“之后”", "“提现”“之后”"), ("提现——\n之后", "提现——之后"), ("提现……\n之后", "提现……之后"),
    ("‘提现’\n之后", "‘提现’之后"), ("《提现》\n《之后》", "《提现》《之后》"), ("提现：\n“之后”", "提现：“之后”"),
    ("かな\n漢字", "かな漢字"), ("カナ\nカナ", "カナカナ"), ("𠀀\n𠀁", "𠀀𠀁"), ("㐀\n㐁", "㐀㐁"), ("注音ㄅ\nㄆ", "注音ㄅㄆ"),
    ("一\n二\n三", "一二三"),
    ("提现\r\n之后", "提现之后"), ("> 提现\n> 之后", "提现之后"), ("- 提现\n  之后", "提现之后"),
    // Chinese beside Latin and digits.
    ("提现\nOTP", "提现·OTP"), ("OTP\n提现", "OTP·提现"), ("提现\n3 天", "提现·3 天"),
    ("Upbit\nOTP", "Upbit·OTP"), ("提现。\nOTP", "提现。·OTP"), ("OTP\n（快）", "OTP·（快）"),
    ("提现\n(快)", "提现·(快)"), ("“OTP”\n提现", "“OTP”提现"),
    ("“OTP”\n“SMS”", "“OTP”·“SMS”"), ("OTP —\n提现", "OTP —提现"), ("Ａ\n提现", "Ａ·提现"),
    // Korean keeps its spaces.
    ("출금\n지연", "출금·지연"), ("출금.\n지연", "출금.·지연"), ("“출금”\n“지연”", "“출금”·“지연”"),
    ("출금\n“지연”", "출금·“지연”"), ("출금…\n지연", "출금…·지연"), ("출금\nOTP", "출금·OTP"), ("출금\n漢字", "출금·漢字"),
    ("漢字\n출금", "漢字·출금"),
    ("출금\n（지연）", "출금·（지연）"), ("ㄱ\nㄴ", "ㄱ·ㄴ"), ("a\nb", "a·b"),
    // Where markup stands at the break.
    ("**提现**\n之后", "提现之后"), ("提现\n**之后**", "提现之后"), ("**提现**\n**之后**", "提现之后"),
    ("**提现\n之后**", "提现之后"), ("*提现。*\n之后", "提现。之后"), ("[提现](x)\n之后", "提现之后"),
    ("提现\n[之后](x)", "提现之后"),
    ("[提现\n](x)之后", "提现之后"), ("[提现\n之后](x)", "提现之后"), ("`提现`\n之后", "提现之后"), ("提现\n`OTP`", "提现·OTP"),
    ("**“提现”**\n“之后”", "“提现”“之后”"), ("**提现**”\n“之后", "提现”“之后"), ("[提现](x)”\n“之后", "提现”“之后"),
    ("**“提现\n”**之后", "“提现”之后"), ("提现<!-- c -->\n之后", "提现之后"), ("提现\n![图](x)", "提现·□"),
    ("![图](x)\n提现", "□·提现"), ("提现\n<b>", "提现·<b>"), ("提现\\\\\n之后", "提现\\·之后"),
    ("提现&ldquo;\n之后", "提现“之后"),
    ("**‘출금’**은\n**‘지연’**은", "‘출금’은·‘지연’은"), ("提现\n<https://a.b>", "提现·https://a.b"),
    ("가\n\n提现\n之后", "가提现之后"),
    // Hard breaks stay.
    ("提现  \n之后", "提现‖之后"), ("提现\\\n之后", "提现‖之后"), ("**提现**  \n之后", "提现‖之后"), ("출금  \n지연", "출금‖지연"),
    // Headings, callouts, cells' neighbours.
    ("提现\n之后\n---", "提现之后"), ("> [!NOTE] 提现\n> 之后\n> 再提", "callout-notecallout-separator提现之后再提"),
    ("提现\n之后\n|a|\n|-|", "提现之后a"),
  ]

  @Test(arguments: breaks)
  func keepsABreakWhereAReaderWantsASpace(text: String, kept: String) {
    let html = render(text).html.replacing("<br />\n", with: "‖")
    // What libcmark writes between blocks is no break of the text.
    let lines = html.replacing(/(<\/?(?:p|div|li|ul|ol|blockquote|table|thead|tr|th|h2)\b[^>]*>)\n/)
    {
      $0.output.1
    }
    let pictures = lines.replacing(/<img[^>]*>/) { _ in "□" }
    let text = pictures.replacing(/<[^>]*>/) { _ in "" }.replacing("\n", with: "·")
    #expect(text.replacing("&lt;", with: "<").replacing("&gt;", with: ">") == kept)
  }

  /// The break behind a callout's title ends it, although Chinese sets no space there.
  @Test func aChineseTitleOfACalloutEndsAtItsBreak() {
    let html = render("> [!NOTE] 提现\n> 之后\n> 再提").html
    #expect(html.contains("提现</strong></p>"), "\(html)")
    #expect(html.contains("<p>之后再提</p>"), "\(html)")
  }

  @Test func searchFindsWordsThatWereWrapped() {
    #expect(render("请先完\n成验证。\n再提现\nOTP").sections.map(\.text) == ["请先完成验证。再提现 OTP"])
  }

  @Test func leavesBreaksWhereItIsOff() {
    var environment = MarkdownEnvironment()
    environment.disabled = ["line breaks"]
    let html = renderMarkdown(MarkedText("提现\n之后").source, in: environment).html
    #expect(html == "<p>提现\n之后</p>\n")
  }
}
