import Diagnostics

/// What the preview shows while the content has errors: every finding with its file and line.
struct ErrorPage {
  private let diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  func html() -> String {
    let items = diagnostics.filter { $0.severity == .error }.map { finding in
      let place = finding.location.map { "\($0.path):\($0.line):\($0.column)" } ?? ""
      let hint = finding.hint.map { "<br>hint: \(escapeHTML($0))" } ?? ""
      return "<li><code>\(escapeHTML(place))</code><br><strong>\(escapeHTML(finding.message))"
        + "</strong>\(hint)</li>"
    }
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>The content has errors</title>
      </head>
      <body>
      <main>
      <h1>The content has errors</h1>
      <p>This page reloads when they are mended.</p>
      <ol>
      \(items.joined(separator: "\n"))
      </ol>
      </main>
      </body>
      </html>

      """
  }
}
