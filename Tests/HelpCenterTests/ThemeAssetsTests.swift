import Diagnostics
import Testing

@testable import HelpCenter

/// The names that the theme's files are published by.
struct ThemeAssetsTests {
  private func link(_ files: [String: String]) -> (value: ThemeAssets, diagnostics: [Diagnostic]) {
    ThemeAssets.link(
      files.map { OutputFile(path: "assets/" + $0.key, text: $0.value) }
        .sorted { $0.path < $1.path })
  }

  private func text(_ assets: ThemeAssets, _ path: String) -> String {
    String(decoding: assets.content(of: "assets/" + path) ?? [], as: UTF8.self)
  }

  @Test func aNameHoldsAFingerprintOfTheContent() throws {
    let one = try #require(link(["site.css": "a {}"]).value["assets/site.css"])
    let two = try #require(link(["site.css": "b {}"]).value["assets/site.css"])
    #expect(one.wholeMatch(of: #/assets/site\.[0-9a-z]{8}\.css/#) != nil)
    #expect(one != two)
    #expect(link(["site.css": "a {}", "x.js": ""]).value["assets/site.css"] == one)
  }

  @Test func theFaviconKeepsItsNameInTheRoot() {
    let style = "a { background: url(favicon.svg) }"
    let assets = link(["favicon.svg": "<svg/>", "a.css": style]).value
    #expect(assets["assets/favicon.svg"] == "favicon.svg")
    #expect(text(assets, "a.css") == "a { background: url(../favicon.svg) }\n")
  }

  @Test func theServiceWorkerIsNotPublishedAsItIs() {
    let assets = link(["sw.js": "1"]).value
    #expect(assets.files.isEmpty && assets["assets/sw.js"] == nil)
    #expect(text(assets, "sw.js") == "1\n")
  }

  struct Form: Sendable {
    var name: String
    var before: String
    var after: String
    /// What is named, from the folder `parts/` and from the root.
    var target = "other.js"
    init(_ name: String, _ before: String, _ after: String, to target: String) {
      (self.name, self.before, self.after, self.target) = (name, before, after, target)
    }
  }

  static let forms = [
    Form("a.js", "import \"./", "\";", to: "x.js"),
    Form("a.js", "import{b}from './", "';", to: "x.js"),
    Form("a.js", "export*from \"./", "\";", to: "parts/x.js"),
    Form("a.js", "const b=()=>import(\"./", "\");", to: "parts/x.js"),
    Form("a.js", "new URL(\"./", "\", import.meta.url)", to: "x.svg"),
    Form("a.css", "a { mask: url(./", "); }", to: "x.svg"),
    Form("a.css", "a { mask: url('./", "#part'); }", to: "x.svg"),
    Form("a.css", "/* why */ @import \"./", "\";", to: "x.css"),
    Form("a.svg", "<use href=\"./", "#part\"/>", to: "x.svg"),
  ]

  @Test(arguments: forms.indices) func namesAreRewritten(index: Int) throws {
    let form = Self.forms[index]
    let (assets, found) = link([
      form.name: form.before + form.target + form.after, form.target: "content",
    ])
    #expect(found.isEmpty)
    let name = try #require(assets["assets/" + form.target]).dropFirst("assets/".count)
    let end = form.name.hasSuffix("svg") ? "" : "\n"
    #expect(text(assets, form.name) == form.before + name + form.after + end)
    #expect(assets.closure(of: ["assets/" + form.name]) == ["assets/" + form.target])
  }

  @Test func whatIsNoFileOfTheThemeIsLeftAlone() {
    let script = """
      import data from "https://example.com/x.js"; // no comment is read:
      /* import "./not-there.js"; */ import "https://example.com/y.js";
      const a=Array.from("./not-there.js"), b = new URL("../sw.js", import.meta.url);

      """
    let style = "a { background: url(data:image/png;base64,xx), url(#a), url(/x.png) }\n"
    let (assets, found) = link(["a.js": script, "a.css": style])
    #expect(found.isEmpty, "\(found)")
    #expect(text(assets, "a.js") == script)
    #expect(text(assets, "a.css") == style)
  }

  @Test func scriptsAndStylesComeWithoutTheirAuthorsNotes() {
    let script =
      "// A note.\n/** Another. */\n/*! A licence. */\n/* A long\n   note. */\n"
      + "const a = 1; // behind code\n\n  const b = `\n  // text\n  `;\n/* in */ f(`x`);\n"
    let style = "/* Head. */\na {\n  color: red; /* why */\n}\n\n/* b */ b { top: 0 }\n"
    let (assets, _) = link(["a.js": script, "a.css": style, "a.svg": " <svg/>\n\n", "b.js": "a `"])
    #expect(
      text(assets, "a.js")
        == "/*! A licence. */\nconst a=1; // behind code\nconst b = `\n  // text\n  `;\n"
        + "/* in */ f(`x`);\n")
    #expect(text(assets, "a.css") == "a {\ncolor: red; /* why */\n}\n/* b */ b { top: 0 }\n")
    #expect(text(assets, "a.svg") == " <svg/>\n\n")
    // What is not understood is left alone.
    #expect(text(assets, "b.js") == "a `")
  }

  @Test func scriptsComeWithoutTheNotesBehindTheirCode() {
    let same = [
      "const a='b  // c';", "const d= /[;  // e]/;", "const f= `g  // h`;",
      "const i = `j;  // k", "${l};  // m`;", "n(\"https://o\");",
    ]
    let script = ["let p=1;  // q r", "if(s){  // t", "u();"] + same
    let assets = link(["a.js": script.joined(separator: "\n")]).value
    #expect(
      text(assets, "a.js")
        == (["let p=1;", "if(s){", "u();"] + same)
        .map { $0 + "\n" }.joined())
  }

  @Test func scriptsComeWithoutTheSpacesBesideTheirOperators() {
    let lines = [
      "for (const [a, b] of c) if (a < b) d = { e: [1, ...f], g: a ? -b : `h = ${i}` };":
        "for(const[a,b]of c)if(a<b)d={e:[1, ...f],g:a? -b: `h = ${i}` };",
      // Two operators would become another one.
      "j = k + +l - --m; n = o < !--p; q = r++ + s;": "j=k+ +l- --m;n=o< !--p;q=r++ +s;",
      "t = \"u = v, w\" + 'x : \"y\"' + z;": "t=\"u = v, w\"+'x : \"y\"'+z;",
      "a = \"b \\\" = c\"; d = /e , f/; g = h": "a=\"b \\\" = c\"; d = /e , f/; g = h",
      "i = j / k; l = m": "i=j / k; l = m",
    ]
    for (line, slim) in lines {
      #expect(text(link(["a.js": line]).value, "a.js") == slim + "\n")
      // A style sheet needs some of its spaces: calc(1px + 2px).
      #expect(text(link(["a.css": line]).value, "a.css") == line + "\n")
    }
  }

  @Test func aChangeChangesTheNamesOfAllThatDependOnIt() {
    func names(_ leaf: String) -> ThemeAssets {
      link([
        "site.js": "import \"./parts/menu.js\"", "parts/menu.js": "import \"../leaf.js\"",
        "leaf.js": leaf, "other.js": "",
      ]).value
    }
    let (one, two) = (names("1"), names("2"))
    for path in ["assets/site.js", "assets/parts/menu.js", "assets/leaf.js"] {
      #expect(one[path] != two[path], "\(path)")
    }
    #expect(one["assets/other.js"] == two["assets/other.js"])
    #expect(one.closure(of: ["assets/site.js"]) == ["assets/parts/menu.js", "assets/leaf.js"])
  }

  @Test func reportsAFileThatIsNotThereAtItsPlace() {
    let found = link(["a.css": "a {}\nb { mask: url(wave.svg) }", "waves.svg": ""]).diagnostics
    #expect(found.map(\.id) == ["missing-asset"])
    #expect(
      found.first?.location == SourceLocation(path: "Templates/assets/a.css", line: 2, column: 15))
    #expect(found.first?.hint == "did you mean 'assets/waves.svg'?")
  }

  @Test func reportsACircle() {
    let found = link(["a.js": "import \"./b.js\"", "b.js": "import \"./a.js\""]).diagnostics
    #expect(found.map(\.id) == ["asset-cycle"])
    #expect(found.first?.location?.path == "Templates/assets/b.js")
  }

  // MARK: In a site

  @Test func pagesNameThePublishedFiles() async throws {
    var site = FixtureSite.smallest
    site.content["Content/upbit/security/b.ko.md"] = FixtureSite.article(
      "b", body: "> [!NOTE]\n> Text.")
    let result = await site.build()
    let page = try #require(result.text("ko/upbit/security/b/index.html"), "\(result.report)")
    let paths = Set(try #require(result.files).map(\.path))
    let named = page.matches(of: #/(?:href|src)="\.\./\.\./\.\./\.\./(assets/[^"#]+)/#)
      .map { String($0.output.1) }
    #expect(named.count > 10)
    for path in named { #expect(paths.contains(path), "\(path)") }
    #expect(page.contains("href=\"../../../../favicon.svg\"") && paths.contains("favicon.svg"))
    for path in paths where path.hasPrefix("assets/") {
      #expect(path.contains(#/\.[0-9a-z]{8}\.[a-z0-9]+$/#), "\(path)")
    }
  }

  @Test func reportsAnUnusedFileAndANameThatIsPutTogether() async {
    var site = FixtureSite.smallest
    site.templates["Templates/assets/old.css"] = ""
    let unused = await site.build().diagnostics.filter { $0.id == "unused-asset" }
    #expect(unused.map(\.location?.path) == ["Templates/assets/old.css"])
    #expect(unused.first?.severity == .notice)

    site.templates["Templates/category.mustache"] = "<img src=\"{{root}}assets/{{title}}.svg\">"
    #expect(await site.build().errors.map(\.id) == ["missing-asset"])
  }

  @Test func picturesOfArticlesHaveFingerprintsToo() async throws {
    func name(_ picture: String) async throws -> String {
      var site = FixtureSite.smallest
      site.content["Content/upbit/security/단계.svg"] = picture
      site.content["Content/upbit/security/b.ko.md"] = FixtureSite.article(
        "b", body: "![가](단계.svg)")
      let files = try #require(await site.build().files)
      return try #require(files.first { $0.path.hasPrefix("assets/content/") }).path
    }
    let one = try await name("<svg/>")
    #expect(one.wholeMatch(of: #/assets/content/upbit/security/단계\.[0-9a-z]{8}\.svg/#) != nil)
    #expect(try await name("<svg/>") == one)
    #expect(try await name("<svg></svg>") != one)
  }
}
