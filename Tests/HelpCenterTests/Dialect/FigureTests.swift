import Diagnostics
import Foundation
import Testing

@testable import HelpCenter

struct FigureTests {
  struct File: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var size: String

    init(_ name: String, _ bytes: [UInt8], _ width: Int, _ height: Int) {
      (self.name, self.bytes) = (name, bytes)
      size = " width=\"\(width)\" height=\"\(height)\""
    }

    init(_ name: String, _ svg: String, _ width: Int, _ height: Int) {
      self.init(name, Array(svg.utf8), width, height)
    }

    var testDescription: String {
      name + size + " " + String(decoding: bytes.prefix(60), as: UTF8.self)
    }
  }

  static let files = [
    File("a.png", PictureBytes.png(1080, 2400), 1080, 2400),
    File("a.gif", PictureBytes.gif(320, 240), 320, 240),
    File("a.jpg", PictureBytes.jpeg(640, 480), 640, 480),
    File("a.jpeg", PictureBytes.jpeg(640, 480, frame: 0xC2), 640, 480),
    File("a.webp", PictureBytes.webPLossy(800, 600), 800, 600),
    File("a.webp", PictureBytes.webPLossless(801, 601), 801, 601),
    File("a.webp", PictureBytes.webPExtended(1200, 900), 1200, 900),
    File("a.png", PictureBytes.png(1, 1), 1, 1),
    // What counts is what the file is, not what it is called.
    File("a.jpg", PictureBytes.png(30, 40), 30, 40),
    File("a.svg", "<?xml version=\"1.0\"?>\n<svg width=\"24\" height=\"48px\"/>", 24, 48),
    File("a.svg", "<svg\n\twidth='24'\n\theight='48'\n>", 24, 48),
    File("a.svg", "<svg stroke-width=\"3\" viewBox=\"0 0 360 640\">", 360, 640),
    File("a.svg", "<svg width=\"100%\" height=\"100%\" viewBox=\"0,0,36,64\">", 36, 64),
    File("a.svg", "<svg viewBox=\"0 0 16.4 16.6\">", 16, 17),
    File("A.SVG", "<svg width=\"24\" height=\"48\"/>", 24, 48),
  ]

  @Test(arguments: files)
  func thePageKeepsThePlaceOfAPictureFree(_ file: File) async throws {
    var site = FixtureSite.dialect("![Screen](\(file.name))")
    site.media["Content/upbit/security/\(file.name)"] = file.bytes
    let html = try await body(of: site)
    let url = "../../../../assets/content/upbit/security/\(file.name)"
    let zoom = try word("zoom")
    #expect(
      html
        == "<figure class=\"fig\"><a href=\"\(url)\"><img src=\"\(url)\" alt=\"Screen\"\(file.size) "
        + "loading=\"lazy\" decoding=\"async\"><span><svg class=\"i\" aria-hidden=\"true\">"
        + "<use href=\"../../../../assets/icons.svg#zoom\"/></svg>\(zoom)</span></a></figure>\n")
  }

  static let withoutSize: [(name: String, bytes: [UInt8])] = [
    ("a.png", Array(PictureBytes.png(10, 10).prefix(20))), ("a.png", PictureBytes.png(0, 10)),
    ("a.png", PictureBytes.png(10, 4_000_000_000)), ("a.gif", Array("GIF89a".utf8)),
    ("a.jpg", Array(PictureBytes.jpeg(10, 10).prefix(18))), ("a.jpg", [0xFF, 0xD8]),
    ("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF]),
    ("a.webp", Array(PictureBytes.webPLossy(10, 10).prefix(25))),
    ("a.svg", Array("<svg viewBox=\"0 0 a b\">".utf8)), ("a.svg", Array("<svg/>".utf8)),
    ("a.svg", Array("<svg width=\"-5\" height=\"nan\"/>".utf8)), ("a.avif", [0, 0, 0]),
    ("a.png", []),
  ]

  @Test(arguments: withoutSize)
  func aFileThatTellsNoSizeIsShownAllTheSame(_ name: String, _ bytes: [UInt8]) async throws {
    var site = FixtureSite.dialect("![Screen](\(name))")
    site.media["Content/upbit/security/\(name)"] = bytes
    let html = try await body(of: site)
    #expect(html.contains("alt=\"Screen\" loading=\"lazy\""), "\(html)")
  }

  private static var withPicture: FixtureSite {
    var site = FixtureSite.dialect()
    site.media["Content/upbit/security/otp-screen.png"] = PictureBytes.png(10, 20)
    return site
  }

  private func html(_ text: String) async throws -> String {
    var site = Self.withPicture
    site.write(text, in: "en")
    return try await body(of: site)
  }

  @Test func theTitleIsTheCaption() async throws {
    let html = try await html("![Screen](otp-screen.png \"Before & after\")")
    #expect(html.contains("<figcaption>Before &amp; after</figcaption></figure>"), "\(html)")
  }

  @Test func aPictureInALineStaysInTheLine() async throws {
    let html = try await html("Tap ![Menu](otp-screen.png) now.")
    #expect(html.hasPrefix("<p>Tap <img src=\""), "\(html)")
    #expect(html.hasSuffix("decoding=\"async\"> now.</p>\n"), "\(html)")
    #expect(!html.contains("figure"))
  }

  @Test func aLinkedPictureIsNoFigure() async throws {
    let html = try await html("[![Menu](otp-screen.png)](a.md)")
    #expect(html.hasPrefix("<p><a href=\"./\"><img "), "\(html)")
    #expect(!html.contains("figure"))
  }

  @Test func markupInTheTextForTheBlindIsLeftOut() async throws {
    let html = try await html("![*Menu* of `a` & \"b\"](otp-screen.png)")
    #expect(html.contains("alt=\"Menu of a &amp; &quot;b&quot;\""), "\(html)")
  }

  @Test func aFileCanBeOfferedAsALink() async throws {
    let html = try await html("[The screen](otp-screen.png)")
    #expect(
      html
        == "<p><a href=\"../../../../assets/content/upbit/security/otp-screen.png\">The screen</a></p>\n"
    )
  }

  @Test func aPictureMayStandAnywhereInTheContent() async throws {
    var site = FixtureSite.dialect("![a](../../shared/b.png)")
    site.media["Content/shared/b.png"] = PictureBytes.png(3, 4)
    let html = try await body(of: site)
    #expect(html.contains("src=\"../../../../assets/content/shared/b.png\""), "\(html)")
  }

  /// macOS hands out names in form D, people type form C, and the other way round.
  @Test(arguments: [(true, false), (false, true), (true, true)])
  func theFormOfANameOnDiskDoesNotMatter(_ decomposedName: Bool, _ decomposedLink: Bool)
    async throws
  {
    let name = "화면.png"
    func form(_ decomposed: Bool) -> String {
      decomposed
        ? name.decomposedStringWithCanonicalMapping : name.precomposedStringWithCanonicalMapping
    }
    var site = FixtureSite.dialect("![화면](\(form(decomposedLink)))", in: "ko")
    site.media["Content/upbit/security/" + form(decomposedName)] = PictureBytes.png(3, 4)
    let result = await site.build()
    let html = try #require(result.body(in: "ko"), "\(result.report)")
    #expect(html.contains("/assets/content/upbit/security/%ED%99%94%EB%A9%B4.png\""), "\(html)")
    let published = try #require(result.files).map(\.path.withoutFingerprints)
      .filter { $0.hasSuffix("screen.png") || $0.hasSuffix("화면.png") }
    #expect(
      published.map { Array($0.utf8) } == [Array("assets/content/upbit/security/화면.png".utf8)])
  }

  static let mistakes = [
    DialectMistake(
      "broken-link", "말 ⟦![Screen](otp-scren.png)",
      message: "no picture 'otp-scren.png' stands beside this file",
      hint: "did you mean 'otp-screen.png'?"),
    DialectMistake(
      "broken-link", "⟦![Screen](../otp-screen.png)", hint: "did you mean 'otp-screen.png'?"),
    DialectMistake("broken-link", "- 하나\n- ⟦![Form](form.pdf)"),
    DialectMistake("broken-link", "⟦![Article](a.md)"),
    DialectMistake(
      "missing-alt", "⟦![](otp-screen.png)",
      hint: "write what it shows between the brackets: ![…](…)",
      severity: .warning),
    DialectMistake("missing-alt", "말 ⟦![](otp-screen.png) 말", severity: .warning),
  ]

  @Test(arguments: mistakes) func isReportedAtItsPlace(_ mistake: DialectMistake) async throws {
    var site = Self.withPicture
    site.media["Content/upbit/security/form.pdf"] = Array("%PDF".utf8)
    try await mistake.expectReported(in: site)
  }
}
