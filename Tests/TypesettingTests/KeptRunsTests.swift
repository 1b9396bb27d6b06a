import Testing

@testable import Typesetting

/// What must not be torn apart: `[…]` marks the runs that are found.
struct KeptRunsTests {
  @Test(arguments: [
    "since [2025-06-24] it", "[2026-08-18]公布", "[2026년 8월 18일에]", "于[2026年8月18日]公布",
    "在 [8 月 18 日] 公布",
    "held for [72 hours] and [24 hours]", "a [24-hour] hold", "[72 小时]内不能", "[72小时]内", "[3 个工作日]内",
    "[100 万韩元]及以上", "[100만 원] 이상", "[1억 원]까지", "[3 영업일] 안", "[1-3 个]", "from [KRW 1,000,000] or",
    "[KRW 1 million]", "[0.5 BTC]", "[100 USDT]", "[18 August 2026]", "[August 18], 2026",
    "[09:00-18:00]", "[第 3 步]", "[约 3 天]", "dial [1588-0000] now", "[1~3 days]",
  ])
  func keeps(_ marked: String) {
    let text = marked.replacing("[", with: "").replacing("]", with: "")
    var wanted: [String] = []
    for piece in marked.split(separator: "[").dropFirst(marked.hasPrefix("[") ? 0 : 1) {
      if let end = piece.firstIndex(of: "]") { wanted.append(String(piece[..<end])) }
    }
    #expect(Self.found(in: text) == wanted)
  }

  @Test(arguments: [
    "ERC20 tokens", "72시간 동안", "a 3rd", "x_1 2", "no numbers", "100% sure", "1,000.5",
  ])
  func leavesAlone(_ text: String) {
    #expect(Self.found(in: text) == [])
  }

  private static func found(in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return KeptRuns.runs(in: scalars).map { String(String.UnicodeScalarView(scalars[$0])) }
  }
}

struct LineWrapTests {
  @Test(arguments: [6.0, 9, 12, 18]) func noLineIsWiderThanItsWidth(_ width: Double) {
    let texts = [
      "코인은 아직 보낸 거래소에 있습니다. 2026년 8월 18일까지 100만 원 이상을 기다리세요.",
      "资产还在转出的交易所，2026-08-18 前 100 万韩元及以上请等待 72 小时。",
      "The coins are still at the sending exchange until 18 August 2026.",
      "0123456789abcdef0123456789abcdef0123456789abcdef",
    ]
    for text in texts {
      for isBold in [false, true] {
        let lines = LineWrap.lines(of: text, width: width, bold: isBold)
        #expect(
          lines.allSatisfy { TextWidth.ems($0.unicodeScalars, bold: isBold) <= width + 0.001 })
        let glued = lines.joined().filter { $0 != " " }
        #expect(glued == text.filter { $0 != " " }, "nothing is lost")
      }
    }
  }

  @Test func chineseBreaksByTheRules() {
    let text = "提币受阻时，请依次核对四项：韩元充值后的限制、网络维护、（审核）和旅行规则。"
    for width in stride(from: 9.0, to: 24, by: 0.5) {
      for line in LineWrap.lines(of: text, width: width, bold: false) {
        #expect(line.first.map { !"，：、）。".contains($0) } == true, "\(line)")
        #expect(line.last != "（", "\(line)")
      }
    }
  }

  @Test func quantitiesStayWhole() {
    for width in stride(from: 8.0, to: 16, by: 0.5) {
      let lines = LineWrap.lines(of: "请在 72 小时内等待，100 万韩元以上", width: width, bold: false)
      #expect(lines.contains { $0.contains("72 小时") } && lines.contains { $0.contains("100 万韩元") })
    }
  }
}

struct HanWordsTests {
  @Test func cutsBetweenKnownWordsAlone() {
    let text = Array("提币被限制".unicodeScalars)
    let cuts = HanWords.cuts(in: text)
    #expect(cuts == [2, 3], "提币|被|限制")
  }

  @Test func whatIsUnknownStaysWhole() {
    #expect(HanWords.cuts(in: Array("龘靐齉".unicodeScalars)) == [])
    // Nor is it cut off its neighbours.
    #expect(HanWords.cuts(in: Array("提币龘".unicodeScalars)) == [])
  }
}
