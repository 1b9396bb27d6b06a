import BuiltInTheme
import Foundation
import HelpCenter
import SiteIO
import Testing

struct ThemeCommandTests {
  static let day = ["--date", "2026-11-21"]

  /// The list of inputs is made when the package is planned: after a file was added to the theme and
  /// then changed, `touch Package.swift`.
  @Test func theProgramCarriesTheThemeByteForByte() throws {
    let theme = try TemporarySource(named: "theme", copying: ["Templates"])
    var files = try theme.files(below: "Templates")
    #expect(files.removeValue(forKey: "README.md") != nil)
    #expect(BuiltInTheme.files.count > 100)
    #expect(
      Dictionary(uniqueKeysWithValues: BuiltInTheme.files.map { ($0.path, Data($0.bytes)) })
        == files)
  }

  @Test func aSiteWithoutAThemeGetsTheSamePages() async throws {
    let source = try TemporarySource()
    let with = try await CommandRun(["build", "--output", "with"] + Self.day, folder: source.root)
    #expect(with.status == 0, "\(with.stderr)")
    try FileManager.default.removeItem(at: source.root.appendingPathComponent("Templates"))
    let without = try await CommandRun(
      ["build", "--output", "without"] + Self.day, folder: source.root)
    #expect(without.status == 0, "\(without.stderr)")
    let built = try source.files(below: "with")
    #expect(built.count > 50)
    #expect(try source.files(below: "without") == built)
  }

  @Test func aFileOfTheSiteTakesThePlaceOfTheThemes() async throws {
    let source = try TemporarySource()
    try FileManager.default.removeItem(at: source.root.appendingPathComponent("Templates"))
    let copied = try await CommandRun(["theme", "copy", "404.mustache"], folder: source.root)
    #expect(copied.status == 0, "\(copied.stderr)")
    #expect(copied.stdout == "./Templates/404.mustache\n")
    let page = try #require(try source.files(below: "Templates")["404.mustache"])
    try source.write(
      String(decoding: page, as: UTF8.self) + "<!-- ours -->", to: "Templates/404.mustache")
    let built = try await CommandRun(Self.day, folder: source.root)
    #expect(built.status == 0, "\(built.stderr)")
    let output = try source.files(below: "Public")
    #expect(String(decoding: output["404.html"]!, as: UTF8.self).hasSuffix("<!-- ours -->"))
    #expect(output.keys.contains { $0.hasPrefix("assets/site.") })
  }

  @Test func copyingNeverOverwrites() async throws {
    let source = try TemporarySource()
    let before = try source.files(below: "Templates")
    try FileManager.default.removeItem(
      at: source.root.appendingPathComponent("Templates/partials/seal.mustache"))
    let copied = try await CommandRun(["theme", "copy", "partials"], folder: source.root)
    #expect(copied.status == 2)
    #expect(copied.stderr.contains("is there already; nothing was written"), "\(copied.stderr)")
    #expect(try source.files(below: "Templates").count == before.count - 1)
  }

  @Test func anUnknownFileIsWrongUsage() async throws {
    let source = try TemporarySource()
    let copied = try await CommandRun(["theme", "copy", "hom.mustache"], folder: source.root)
    #expect(copied.status == 64)
    #expect(copied.stderr.contains("The theme has no 'hom.mustache'"), "\(copied.stderr)")
  }

  @Test func anAssetThatOnlyTheProgramHoldsIsNeverReportedAsUnused() async throws {
    let source = try TemporarySource()
    try FileManager.default.removeItem(at: source.root.appendingPathComponent("Templates"))
    try source.write("<!doctype html><title>{{title}}</title>", to: "Templates/layout.mustache")
    try source.write("body{}", to: "Templates/assets/own.css")
    let checked = try await CommandRun(["check"] + Self.day, folder: source.root)
    #expect(checked.status == 0, "\(checked.stderr)")
    let unused = checked.stderr.split(separator: "\n").filter { $0.contains("refers to this file") }
    #expect(unused.count == 1 && unused[0].contains("own.css"), "\(checked.stderr)")
  }
}
