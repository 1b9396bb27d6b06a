import Foundation
import Testing

/// The example of the library's documentation is the code of the package that compiles and tests it.
struct LibraryGuideTests {
  @Test func theExampleIsTheCodeThatIsTested() throws {
    func read(_ path: String) throws -> String {
      try String(contentsOf: Repository.root.appendingPathComponent(path), encoding: .utf8)
    }
    let guide = try read("Sources/HelpCenter/HelpCenter.docc/HelpCenter.md")
    let code = try read("Tests/Outside/Sources/Coverage/Coverage.swift")
    #expect(guide.contains("```swift\n\(code)```"))
  }
}
