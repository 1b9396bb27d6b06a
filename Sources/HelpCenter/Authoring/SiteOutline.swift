import Contacts
import Diagnostics

/// What a command that writes new sources must know of a site: enough to refuse what the build would
/// refuse, without building it.
public struct SiteOutline: Sendable {
  public var languages: [Language]
  /// Folders of exchanges, products or guides, in the site's order.
  public var sections: [String]
  public var categories: [String]
  let wordSections: Set<WordSection>
  let pages: SitePages
  /// Today by the site's clock.
  public var today: CalendarDate
  let configuration: SourceFile

  /// - Parameter files: `Content/` as loaded.
  public static func read(
    _ files: [SourceFile], time: BuildTime
  ) -> (value: SiteOutline?, diagnostics: [Diagnostic]) {
    guard let file = files.first(where: { $0.path == "Content/site.yaml" }) else {
      return (
        nil,
        [
          Diagnostic(
            .error, .missingFile, at: SourceLocation(path: "Content/site.yaml"),
            "there is no site here", hint: "name its folder by --source, or run 'new site'")
        ]
      )
    }
    let site = SiteConfigurationParser.parse(file, baseURL: nil)
    guard let value = site.value else { return (nil, site.diagnostics) }
    let categories = files.first { $0.path == "Content/categories.yaml" }.map {
      ExchangeParser.parseCategories($0, languages: value.languages.map(\.path))
    }
    let outline = SiteOutline(
      languages: value.languages, sections: value.exchanges.map(\.value),
      categories: categories?.value?.map(\.id) ?? [], wordSections: WordSection.of(value),
      pages: value.pages,
      today: SiteClock(time, in: value.timeZone ?? .utc).today, configuration: file)
    // Nothing here asks for a text in each language; a language that starts has few.
    let found = (site.diagnostics + (categories?.diagnostics ?? [])).filter {
      $0.rule != .missingTranslation
    }
    return (outline, found)
  }

  /// - Throws: the finding, when no content file may have this path, `Content/…`.
  public func check(path: String) throws(Diagnostic) {
    _ = try ContentPath(String(path.dropFirst("Content/".count)), languages: languages)
  }

  /// `site.yaml` with one more section, and nothing else changed; `nil` where its list is written in
  /// a way that only its author can continue.
  public func adding(section: String) -> SourceFile? {
    let key = ["sections", "exchanges"].first { configuration.text.hasYAMLKey($0) } ?? "exchanges"
    return changed {
      YAMLListEdit.appending(section, to: key, in: $0)
    } when: {
      $0.exchanges.map(\.value) == sections + [section]
    }
  }

  /// `site.yaml` with one more language, the last; `nil` as above.
  public func adding(_ language: Language) -> SourceFile? {
    let fallback = language.fallback.joined(separator: ", ")
    let item =
      "{path: \(language.path), tag: \(language.tag)"
      + (fallback.isEmpty ? "" : ", fallback: [\(fallback)]")
      + (language.isStarting ? ", starting: true}" : "}")
    return changed {
      YAMLListEdit.appending(item, to: "languages", in: $0)
    } when: {
      $0.languages == languages + [language]
    }
  }

  /// An edit counts only if the file then says exactly what was meant.
  private func changed(
    _ edit: (String) -> String?, when isMeant: (SiteConfiguration) -> Bool
  ) -> SourceFile? {
    guard let text = edit(configuration.text) else { return nil }
    let file = SourceFile(path: configuration.path, bytes: Array(text.utf8))
    let (value, found) = SiteConfigurationParser.parse(file, baseURL: nil)
    guard let value, isMeant(value),
      !found.contains(where: { $0.severity == .error && $0.rule != .missingTranslation })
    else { return nil }
    return file
  }
}

extension SourceFile {
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension String {
  fileprivate func hasYAMLKey(_ key: String) -> Bool {
    split(separator: "\n").contains { $0.hasPrefix(key + ":") }
  }
}
