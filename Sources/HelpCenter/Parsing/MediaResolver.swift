import Diagnostics
import Markdown

/// Turns a file beside an article into a picture, a film or a plain link.
struct MediaResolver: Sendable {
  let index: ContentIndex
  let route: Route
  let language: Language

  func resolve(_ attachment: Attachment, path: String, isImage: Bool) -> LinkResolution {
    let url = route.href(toFile: attachment.path)
    guard isImage else { return .url(url) }
    let ending = path.split(separator: ".").last?.lowercased() ?? ""
    if Self.films.contains(ending) { return film(url, path) }
    guard Self.pictures.contains(ending) else { return .broken(Self.notShown(path)) }
    return .picture(
      Picture(url: url, width: attachment.size?.width, height: attachment.size?.height))
  }

  private func film(_ url: String, _ path: String) -> LinkResolution {
    let stem = path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex)
    let candidates = ["\(stem).\(language.path).vtt", "\(stem).vtt"]
    guard let captions = candidates.lazy.compactMap({ index.attachments[$0] }).first else {
      let name = candidates[0].split(separator: "/").last ?? ""
      return .broken(
        Diagnostic(
          .error, .filmWithoutCaptions, at: nil, "the film has no captions",
          hint: "put '\(name)' beside it (WebVTT); the transcript is made from it"))
    }
    // A film in which nobody speaks has captions without words.
    let transcript = captions.transcript.flatMap { $0.isEmpty ? nil : $0 }
    return .video(
      Video(
        url: url, captionsURL: route.href(toFile: captions.path), language: language.tag,
        transcript: transcript))
  }

  private static let pictures = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"]
  private static let films = ["mp4", "webm"]

  private static func notShown(_ path: String) -> Diagnostic {
    let name = path.split(separator: "/").last ?? ""
    return Diagnostic(
      .error, .brokenLink, at: nil, "'\(name)' is neither a picture nor a film",
      hint: "offer it as a link: [text](…) without the '!'")
  }
}

/// The places whose films a card may link to.
enum VideoHosts {
  private static let known = [
    "youtube.com", "youtu.be", "vimeo.com", "bilibili.com", "tv.naver.com", "tv.kakao.com",
    "v.qq.com", "v.youku.com",
  ]

  /// The host of an address, when it is one of them.
  static func host(of url: String) -> String? {
    guard url.hasPrefix("https://") else { return nil }
    let authority = url.dropFirst("https://".count).prefix { !"/?#\\".contains($0) }
    // What stands before an `@` is no host, however much it looks like one.
    guard !authority.contains("@") else { return nil }
    let host = authority.prefix { $0 != ":" }.lowercased()
    return known.contains { host == $0 || host.hasSuffix("." + $0) } ? host : nil
  }
}

/// The words of a WebVTT file (W3C WebVTT 1.0), without times and marks.
enum Captions {
  static func text(of bytes: [UInt8]) -> String {
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var words: [String] = []
    var inCue = false
    for line in lines {
      if line.contains("-->") {
        inCue = true
      } else if line.isEmpty {
        inCue = false
      } else if inCue {
        words.append(withoutTags(line))
      }
    }
    return words.joined(separator: " ")
  }

  private static func withoutTags(_ line: Substring) -> String {
    var out = ""
    var inTag = false
    for character in line {
      if character == "<" { inTag = true }
      if !inTag { out.append(character) }
      if character == ">" { inTag = false }
    }
    // The signs that a cue must escape (WebVTT, section 3.2); `&amp;` last.
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{A0}"), ("&amp;", "&")]
    return signs.reduce(out) { $0.replacing($1.0, with: $1.1) }
  }
}
