// Runs while the package is built: writes a theme's files as Swift source.
//
// 1. Takes the theme's folder and the file to write.
// 2. Reads every file of the folder but hidden ones, what editors leave, and the guide for theme makers.
// 3. Writes each as a `StaticString`, which costs neither start-up time nor memory: a text as it is,
//    anything else in base 64.

import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 3 else { fatalError("usage: ThemeEmbedder FOLDER FILE") }
let folder = URL(fileURLWithPath: arguments[1], isDirectory: true)

let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
  var isFolder: ObjCBool = false
  let full = folder.appendingPathComponent(path).path
  let isHidden =
    path.split(separator: "/").contains { $0.hasPrefix(".") }
    || ["~", ".swp", ".tmp"].contains(where: path.hasSuffix)
  return FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) && !isFolder.boolValue
    && !isHidden && path != "README.md"
}

/// A literal that Swift reads back as exactly this text.
func literal(_ text: String) -> String {
  var literal = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": literal += "\\\""
    case "\\": literal += "\\\\"
    case "\n": literal += "\\n"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F:
      literal += "\\u{\(String(scalar.value, radix: 16))}"
    default: literal.unicodeScalars.append(scalar)
    }
  }
  return literal + "\""
}

var source = "let themeFiles: [ThemeFile] = [\n"
for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
  let bytes = try Data(contentsOf: folder.appendingPathComponent(path))
  let text = String(validating: bytes, as: UTF8.self)
  let coding = text == nil ? "base64" : "text"
  source +=
    "  ThemeFile(path: \(literal(path)), \(coding): \(literal(text ?? bytes.base64EncodedString()))),\n"
}
source += "]\n"
try Data(source.utf8).write(to: URL(fileURLWithPath: arguments[2]))
