import Diagnostics
import Testing

@testable import HelpCenter

/// What a picture may hold, and where it says what it may not.
struct SafeSVGTests {
  static let refused: [String] = [
    ##"<svg>⟦<script>alert(1)</script></svg>"##, ##"<svg>⟦<SCRIPT/></svg>"##,
    ##"<svg ⟦onload="alert(1)"/>"##, ##"<svg><g ⟦onclick='x'/></svg>"##,
    ##"<svg><g ⟦ONCLICK='x'/></svg>"##,
    ##"<svg>⟦<a href="https://evil.example"><text>x</text></a></svg>"##,
    ##"<svg>⟦<foreignObject><p>x</p></foreignObject></svg>"##, ##"<svg>⟦<iframe src="x"/></svg>"##,
    ##"<svg>⟦<form action="x"><input/></form></svg>"##,
    ##"<svg>⟦<animate attributeName="href"/></svg>"##,
    ##"<svg>⟦<set attributeName="onclick" to="x"/></svg>"##, ##"<svg>⟦<handler/></svg>"##,
    ##"<svg><use ⟦href="other.svg#a"/></svg>"##,
    ##"<svg><image ⟦href="https://e.example/a.png"/></svg>"##,
    ##"<svg><image ⟦href="data:image/svg+xml;base64,PHN2Zz4="/></svg>"##,
    ##"<svg><image ⟦href="data:text/html,x"/></svg>"##,
    ##"<svg><use ⟦href="data:image/png;base64,xx"/></svg>"##,
    ##"<svg><image ⟦href="java&#115;cript:alert(1)"/></svg>"##,
    ##"<svg><image ⟦href=" javascript:alert(1)"/></svg>"##,
    ##"<svg xmlns:l="http://www.w3.org/1999/xlink"><use ⟦l:href="x.svg#a"/></svg>"##,
    ##"<svg><rect ⟦fill="url(https://e.example/a.svg#g)"/></svg>"##,
    ##"<svg><rect ⟦style="background:url( 'a.png')"/></svg>"##,
    ##"<svg><rect ⟦style="b:u\72l(x)"/></svg>"##,
    ##"<svg><style>⟦@import "x.css";</style></svg>"##, ##"<svg><style>⟦a{b:url(x)}</style></svg>"##,
    ##"<svg><style><![CDATA[⟦a{b:url(x)}]]></style></svg>"##,
    #"⟦<?xml-stylesheet href="x.css"?><svg/>"#, #"⟦<?xml version="1.0" encoding="UTF-7"?><svg/>"#,
    #"⟦<!DOCTYPE svg [<!ENTITY a "b">]><svg/>"#,
    ##"<svg ⟦xmlns:h="http://www.w3.org/1999/xhtml"/>"##,
    ##"<svg xmlns:i="http://www.inkscape.org/namespaces/inkscape"><g ⟦xmlns:i="http://www.w3.org/2000/svg"><i:script/></g></svg>"##,
    ##"<svg ⟦xml:base="https://e.example/"/>"##, ##"<svg>⟦<x:g/></svg>"##, ##"<svg ⟦srcdoc="x"/>"##,
    ##"<svg>⟦<g"##, ##"<svg>⟦<g a>"##, ##"<svg>⟦<!-- "##, ##"<svg>⟦<g a=b/>"##,
    ##"<svg>⟦< g/></svg>"##,
    ##"<svg><rect ⟦fill="url(&#x27;x')"/></svg>"##,
    ##"<svg xmlns:s="http://www.w3.org/2000/svg">⟦<s:script/></svg>"##,
  ]

  @Test(arguments: refused)
  func whatCouldActIsRefusedAtItsPlace(marked: String) throws {
    let text = MarkedText(marked)
    let findings = SafeSVG.findings(in: SourceFile(path: "a.svg", bytes: Array(text.text.utf8)))
    let first = try #require(findings.first)
    #expect(first.rule == .unsafeSVG)
    #expect(first.location?.line == text.line && first.location?.column == text.column)
  }

  static let drawn: [String] = [
    ##"<?xml version="1.0" encoding="UTF-8"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>"##,
    ##"<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>"##,
    ##"<svg><!-- <script> --><title>a &lt;b&gt;</title><text x="1">한국어 & 中文</text></svg>"##,
    ##"<svg xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#a" fill="url(#g)"/></svg>"##,
    ##"<svg xmlns:i="http://www.inkscape.org/namespaces/inkscape"><g i:onload="x"/><i:script/></svg>"##,
    ##"<svg><image href="data:image/png;base64,AAAA"/><style>.a{fill:url("#g")}</style></svg>"##,
    ##"<svg><rect style="fill: url('#g')" aria-label="x" data-a="b" class="c"/></svg>"##,
    "<svg><path d='M0 0' stroke-width='2'/></svg>",
  ]

  @Test(arguments: drawn)
  func aDrawingIsLeftAlone(text: String) {
    let findings = SafeSVG.findings(in: SourceFile(path: "a.svg", bytes: Array(text.utf8)))
    #expect(findings.isEmpty, "\(findings.map(\.message))")
  }

  @Test func whatIsNotUTF8IsRefused() {
    let bytes = Array("<svg/>".utf16).flatMap { [UInt8($0), 0] as [UInt8] }
    #expect(SafeSVG.findings(in: SourceFile(path: "a.svg", bytes: bytes)).count == 1)
  }

  @Test(arguments: [
    ("%PDF-1.7\n<< /OpenAction 3 0 R >>", true), ("%PDF-1.7\n<</S/JavaScript/JS(x)>>", true),
    ("%PDF-1.7\n<< /JSON 1 /AAPL:x 1 >>", false), ("%PDF-1.7\n<< /Type /Page >>", false),
  ])
  func aPDFThatActsByItselfIsNamed(text: String, isNamed: Bool) {
    let finding = ActivePDF.finding(in: SourceFile(path: "a.pdf", bytes: Array(text.utf8)))
    #expect((finding != nil) == isNamed)
  }
}
