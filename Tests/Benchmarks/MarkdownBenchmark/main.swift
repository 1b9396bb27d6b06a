// What the extensions cost: each article is rendered by libcmark alone and with everything on.
//
//   swift run -c release MarkdownBenchmark
//
// What the recogniser of contacts costs on the texts of a folder: see `ContactCost`.
//
//   swift run -c release MarkdownBenchmark contacts Content

import Foundation
import Markdown

/// An article in each language, as authors write them, with every extension in it.
enum Article {}

var environment = MarkdownEnvironment()
let shared = MarkdownSource(
  path: "snippets/never-share.md",
  bytes: Array("> [!SCAM]\n> 비밀번호, OTP, 복구 구문을 **누구에게도** 알려 주지 마세요.\n".utf8))
environment.snippet = { $0 == "never-share" ? Snippet(source: shared) : nil }
environment.words = Dictionary(
  uniqueKeysWithValues: MarkdownEnvironment.wordKeys.map { ($0, "label") })
environment.resolve = { link in
  if link.destination.hasPrefix("term:") || link.destination.hasPrefix("channel:") {
    return .wrapped(before: "<span class=\"term\">", after: "</span>")
  }
  return link.isImage
    ? .picture(Picture(url: link.destination, width: 640, height: 400)) : .url(link.destination)
}

/// Median time of a call, in microseconds. Rounds alternate, so that a slow moment of the machine
/// hits both sides.
func medians(_ rounds: Int, _ first: () -> Int, _ second: () -> Int) -> (Double, Double) {
  let clock = ContinuousClock()
  var times: ([Double], [Double]) = ([], [])
  var bytes = 0
  func microseconds(_ work: () -> Int) -> Double {
    Double(clock.measure { bytes &+= work() }.components.attoseconds) / 1e12
  }
  for round in 0..<(rounds + rounds / 10) {
    let pair = (microseconds(first), microseconds(second))
    guard round >= rounds / 10 else { continue }  // the first rounds fill the caches
    times.0.append(pair.0)
    times.1.append(pair.1)
  }
  precondition(bytes != 0)
  return (times.0.sorted()[rounds / 2], times.1.sorted()[rounds / 2])
}

func column(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

if CommandLine.arguments.dropFirst().first == "contacts" {
  try ContactCost.printFigures(of: CommandLine.arguments.dropFirst(2).first ?? "Content")
  exit(0)
}

let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 2000
print(["article", "bytes", "libcmark µs", "all on µs", "ratio"].map { column($0, 13) }.joined())
for (name, text) in [
  ("ko", Article.korean), ("zh", Article.chinese), ("en", Article.english),
] {
  let bytes = Array(text.utf8)
  let source = MarkdownSource(path: "article.\(name).md", bytes: bytes)
  let (plain, full) = medians(
    rounds, { renderPlainCommonMark(bytes).utf8.count },
    { renderMarkdown(source, in: environment).html.utf8.count })
  let rendered = renderMarkdown(source, in: environment)
  precondition(rendered.diagnostics.isEmpty, "\(rendered.diagnostics)")
  let cells = [name, "\(bytes.count)"] + [plain, full].map { String(format: "%.1f", $0) }
  print((cells + [String(format: "%.2f", full / plain)]).map { column($0, 13) }.joined())
}
