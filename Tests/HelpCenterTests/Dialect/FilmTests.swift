import Diagnostics
import Testing

@testable import HelpCenter

struct FilmTests {
  static let captions = """
    WEBVTT - title

    NOTE nobody reads this

    1
    00:00.000 --> 00:02.000 line:0
    <v Anna>Open <b>Settings</b>.
    Tap &lt;OTP&gt; &amp; wait.

    00:02.000 --> 00:04.000
    Done.
    """

  /// A site with a film, and captions by their file's ending.
  static func site(_ body: String, captions: [String: String], in language: String = "en")
    -> FixtureSite
  {
    var site = FixtureSite.dialect(body, in: language)
    site.media["Content/upbit/security/film.mp4"] = [0, 0, 0, 24]
    for (ending, text) in captions { site.content["Content/upbit/security/film.\(ending)"] = text }
    return site
  }

  private let folder = "../../../../assets/content/upbit/security/"

  @Test func aFilmHasControlsCaptionsAndATranscript() async throws {
    let html = try await body(
      of: Self.site(
        "![How to *log out*](film.mp4 \"One minute\")", captions: ["en.vtt": Self.captions]))
    let transcript = try word("transcript")
    #expect(
      html
        == "<figure class=\"fig film\"><video controls preload=\"metadata\" src=\"\(folder)film.mp4\" "
        + "aria-label=\"How to log out\"><track kind=\"captions\" src=\"\(folder)film.en.vtt\" "
        + "srclang=\"en\" default></video><figcaption>One minute</figcaption></figure>"
        + "<details class=\"more\"><summary>\(transcript)</summary>"
        + "<p>Open Settings. Tap &lt;OTP&gt; &amp; wait. Done.</p></details>\n")
  }

  @Test(arguments: [("ko", "ko"), ("zh", "zh-Hans"), ("en", "en")])
  func everyLanguageHasItsOwnCaptions(_ language: String, _ tag: String) async throws {
    let captions = Dictionary(
      uniqueKeysWithValues: ["ko", "zh", "en"].map {
        ("\($0).vtt", "WEBVTT\n\n0:0 --> 0:1\nin \($0)\n")
      })
    let html = try await body(
      of: Self.site("![a](film.mp4)", captions: captions, in: language), in: language)
    #expect(html.contains("src=\"\(folder)film.\(language).vtt\" srclang=\"\(tag)\""), "\(html)")
    #expect(html.contains("<p>in \(language)</p>"), "\(html)")
  }

  @Test func captionsWithoutALanguageServeAllThatHaveNone() async throws {
    let html = try await body(
      of: Self.site("![a](film.mp4)", captions: ["vtt": Self.captions, "ko.vtt": Self.captions]))
    #expect(html.contains("src=\"\(folder)film.vtt\""), "\(html)")
  }

  @Test func aFilmInWhichNobodySpeaksHasNoTranscript() async throws {
    let html = try await body(of: Self.site("![a](film.mp4)", captions: ["en.vtt": "WEBVTT\n"]))
    #expect(html.contains("<track "), "\(html)")
    #expect(!html.contains("<details"), "\(html)")
  }

  @Test func webMIsAFilmTooAndTheCaseOfItsNameDoesNotMatter() async throws {
    var site = FixtureSite.dialect("![a](clip.WebM)")
    site.media["Content/upbit/security/clip.WebM"] = [0x1A, 0x45, 0xDF, 0xA3]
    site.content["Content/upbit/security/clip.en.vtt"] = Self.captions
    let html = try await body(of: site)
    #expect(html.contains("<video controls"), "\(html)")
  }

  @Test func aFilmInALineStaysInTheLine() async throws {
    let html = try await body(
      of: Self.site("See ![a](film.mp4) here.", captions: ["en.vtt": Self.captions]))
    #expect(html.hasPrefix("<p>See <video "), "\(html)")
    #expect(html.hasSuffix("</video> here.</p>\n"), "\(html)")
  }

  @Test func aFilmCanBeOfferedAsALinkWithoutCaptions() async throws {
    let html = try await body(of: Self.site("[Film](film.mp4)", captions: [:]))
    #expect(html == "<p><a href=\"\(folder)film.mp4\">Film</a></p>\n")
  }

  static let mistakes = [
    DialectMistake(
      "film-without-captions", "말 ⟦![a](film.mp4)", message: "the film has no captions",
      hint: "put 'film.en.vtt' beside it (WebVTT); the transcript is made from it"),
    DialectMistake("broken-link", "⟦![a](flim.mp4)", hint: "did you mean 'film.mp4'?"),
    DialectMistake("broken-link", "⟦![a](film.ko.vtt)"),
    DialectMistake("broken-link", "⟦![a](http://www.youtube.com/watch?v=1)"),
    DialectMistake("broken-link", "⟦![a](https://films.example/1.mp4)"),
    DialectMistake("broken-link", "⟦![a](https://youtube.com.films.example/1)"),
    DialectMistake("broken-link", "⟦![a](https://notyoutube.com/1)"),
    DialectMistake("broken-link", "⟦![a](https://youtube.com@films.example/1)"),
    DialectMistake("broken-link", "⟦![a](https://youtube.com:pass@films.example/1)"),
    DialectMistake("broken-link", "⟦![a](https:xxyoutube.com/1)"),
    DialectMistake("broken-link", "⟦![a](//youtube.com/1)"),
  ]

  /// Captions in Korean are no captions for an English text.
  @Test(arguments: mistakes) func isReportedAtItsPlace(_ mistake: DialectMistake) async throws {
    try await mistake.expectReported(in: Self.site("Text.", captions: ["ko.vtt": Self.captions]))
  }
}

/// Films on other sites: a card that leads there, never a frame.
struct FilmCardTests {
  /// A site that trusts the hosts: a card is no reason to send readers there.
  private static func site(_ body: String) -> FixtureSite {
    var site = FixtureSite.dialect(body)
    let hosts = [
      "youtube.com", "youtu.be", "bilibili.com", "tv.naver.com", "vimeo.com", "v.qq.com",
      "tv.kakao.com",
    ]
    site.content["Content/trusted-sites.yaml"] = hosts.map { "- {host: \($0), reason: Films.}\n" }
      .joined()
    return site
  }

  @Test(arguments: [
    ("https://www.youtube.com/watch?v=1&t=2", "www.youtube.com"),
    ("https://youtu.be/1", "youtu.be"),
    ("https://WWW.Bilibili.com/video/BV1", "www.bilibili.com"),
    ("https://tv.naver.com/v/1#a", "tv.naver.com"), ("https://vimeo.com:443/1", "vimeo.com"),
    ("https://v.qq.com/x", "v.qq.com"), ("https://tv.kakao.com", "tv.kakao.com"),
  ])
  func aCardSaysWhereItLeads(_ url: String, _ host: String) async throws {
    let label = try word("video-elsewhere")
    let escaped = url.replacing("&", with: "&amp;")
    let card =
      "<a class=\"card\" href=\"\(escaped)\" rel=\"external noreferrer\">"
      + "<svg class=\"i\" aria-hidden=\"true\"><use href=\"../../../../assets/icons.svg#right\"/></svg>"
      + "<span><b>How to log out</b><small>\(label) · \(host)</small></span></a>"
    #expect(try await body(of: Self.site("![How to log out](\(url))")) == "<p>\(card)</p>\n")
    #expect(
      try await body(of: Self.site("See ![How to log out](\(url)).")) == "<p>See \(card).</p>\n")
  }

  @Test func noFrameAndNoForeignPictureStandsInThePage() async throws {
    let html = try await body(of: Self.site("![a](https://youtu.be/1)"))
    for tag in ["<iframe", "<img", "<video", "<script"] { #expect(!html.contains(tag), "\(html)") }
  }
}
