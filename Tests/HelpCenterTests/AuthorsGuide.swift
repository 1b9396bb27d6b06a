import Foundation

@testable import HelpCenter

/// `Content/README.md`, as far as tests look at it.
struct AuthorsGuide {
  /// A fenced block.
  struct Block: Sendable {
    /// What stands behind the fence: `yaml contact.yaml`.
    var info: [String]
    var text: String
    /// Of the fence.
    var line: Int
  }

  let text: String
  let blocks: [Block]

  static let shared = AuthorsGuide(
    (try? String(
      contentsOf: Repository.root.appendingPathComponent("Content/README.md"), encoding: .utf8))
      ?? "")

  init(_ text: String) {
    self.text = text
    var blocks: [Block] = []
    var open: (fence: Substring, block: Block)?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let fence = line.prefix { $0 == "`" }
      if let current = open {
        if line == current.fence {
          blocks.append(current.block)
          open = nil
        } else {
          open?.block.text += line + "\n"
        }
      } else if fence.count >= 3 {
        let info = line.dropFirst(fence.count).split(separator: " ").map(String.init)
        open = (fence, Block(info: info, text: "", line: index + 1))
      }
    }
    self.blocks = blocks
  }

  /// The examples that name a file, by path: `yaml site.yaml`. Those of the smallest site, which
  /// say so (`yaml smallest site.yaml`), are left out.
  var files: [String: String] {
    var files: [String: String] = [:]
    for block in blocks where block.info.count == 2 { files[block.info[1]] = block.text }
    return files
  }

  var smallestSite: [String: String] {
    var files: [String: String] = [:]
    for block in blocks where block.info.count == 3 && block.info[1] == "smallest" {
      files["Content/" + block.info[2]] = block.text
    }
    return files
  }

  /// The examples as one site: those of the exchange in the folder that `site.yaml` lists, the
  /// article and what stands beside it in its category, Korean texts in all languages.
  var site: FixtureSite {
    var site = FixtureSite(content: [:])
    for (name, text) in files {
      for language in ["ko", "zh", "en"] {
        // An alias belongs to one language.
        let copy = name.replacing(".ko.", with: ".\(language).")
        site.content[Self.path(of: copy)] = text.replacing("/ko/", with: "/\(language)/")
          // No text is made from itself.
          .replacing("translated-from: \(language)\n", with: "")
      }
    }
    // Nor can an article for each category below another.
    for name in ["sign-in", "verification"] {
      for language in ["ko", "zh", "en"] {
        site.content["Content/example/account/\(name)/a.\(language).md"] = FixtureSite.article("A")
      }
    }
    // A film cannot be printed; its captions can.
    for name in files.keys where name.hasSuffix(".ko.vtt") {
      site.media[Self.path(of: name.replacing(".ko.vtt", with: ".mp4"))] = [0, 0, 0, 24]
    }
    return site
  }

  private static func path(of name: String) -> String {
    switch name {
    case "site.yaml", "categories.yaml", "glossary.yaml", "trusted-sites.yaml",
      "trusted-contacts.yaml", "known-fakes.yaml":
      "Content/" + name
    case "exchange.yaml", "contact.yaml": "Content/example/" + name
    case _ where name.hasPrefix("urgent.") || name.hasPrefix("notices/"): "Content/example/" + name
    case _ where name.contains("/"): "Content/" + name
    default: "Content/example/security/" + name
    }
  }

  /// Examples of Markdown, each followed by the HTML that it becomes.
  var pairs: [(source: Block, html: Block)] {
    zip(blocks, blocks.dropFirst()).compactMap { source, html in
      source.info == ["markdown"] && html.info == ["html"] ? (source, html) : nil
    }
  }
}
