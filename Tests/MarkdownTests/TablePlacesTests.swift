import Testing

@testable import Markdown

/// Findings inside tables, whose cells are parsed apart from their file.
struct TablePlacesTests {
  static let places: [MarkedText] = [
    "|⟦[a](lost)|b|\n|-|-|\n|1| ⟦[c](lost) |", "| 가 |\n|-|\n| 한 ⟦[a](lost) ⟦![b](lost) |",
    #"|a\|b \| ⟦[c](lost)|"# + "\n|-|",
    #"|`x\|y` ⟦[c](lost)|"# + "\n|-|\n" + #"|\| \| ⟦[d](lost)|"#, "|a|b|\n|-|-|\n||⟦[c](lost)|",
    "> |a|\n> |-|\n> |⟦[b](lost)|",
    "> - > |a|\n>   > |-|\n>   > |가 ⟦[b](lost)|", "a | b\n- | -\n1 | ⟦[c](lost)",
    "- a | b\n  - | -\n  1 | ⟦[c](lost)",
    "앞 ⟦[x](lost)\n둘 ⟦[y](lost)\n|a|\n|-|\n|⟦[z](lost)|", "{caption: 표 ⟦[a](lost)}\n|a|\n|-|",
    "{caption: ⟦[a](lost)}\n\n|b|\n|-|",
    "|**\"가\"**은 ⟦[a](lost)|\n|-|\n|**\"가\"**은 **\"나\"**는 ⟦[b](lost)|",
    #"|\**\*"가"**은 ⟦[a](lost)|"# + "\n|-|", "|a|\r\n|-|\r\n|⟦[b](lost)|\r\n",
    "---\nt: 1\n---\n⟧|a|\n|-|\n|가 ⟦[b](lost)|", "\t\n|a|\n|-|\n|\t⟦[b](lost)|",
    "|a|b|\n|-|-|\n|1|2|[a](lost)", "|a|\n|-|\n|1|\n\n가 ⟦[b](lost)",
    "|*⟦[a](lost)*|\n|-|", "|[a ⟦![b](lost)](x)|\n|-|", "|a|\n|-|\n|⟦[b][r]|\n\n[r]: lost",
    "|a|b|\n|-|-|\n|1|⟦[b](lost)|\n---",
  ].map(MarkedText.init)

  @Test(arguments: places)
  func reportsPlacesInsideCells(text: MarkedText) {
    #expect(text.render().places(of: "broken-link") == text.places)
  }

  @Test(
    arguments: ["|⟦<b>x⟦</b>|\n|-|\n|한 ⟦<i>|", #"|\|⟦<b>|"# + "\n|-|", "{caption: ⟦<b>}\n|a|\n|-|"]
      .map(MarkedText.init))
  func reportsRawHTMLInsideCells(text: MarkedText) {
    #expect(text.render().places(of: "raw-html") == text.places)
  }
}
