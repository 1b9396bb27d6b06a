// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "HelpCenter",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "helpcenter", targets: ["HelpCenterCommand"]),
    // For other programs; Sources/HelpCenter/HelpCenter.docc shows how. Tests/Outside uses nothing else.
    .library(
      name: "HelpCenterKit",
      targets: ["BuiltInTheme", "Contacts", "Diagnostics", "HelpCenter", "Markdown", "SiteIO"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmark",
      pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(name: "Diagnostics"),
    .target(name: "Markdown", dependencies: ["CCmark", "Diagnostics"]),
    .target(name: "Search", dependencies: ["Diagnostics"]),
    .target(name: "Contacts", dependencies: ["Diagnostics"]),
    .target(name: "Typesetting"),
    .target(name: "Drawings", dependencies: ["Typesetting"]),
    .target(
      name: "HelpCenter",
      dependencies: [
        "Contacts", "Diagnostics", "Drawings", "Markdown", "Search", "Typesetting",
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(name: "CDisk"),
    .target(name: "SiteIO", dependencies: ["CDisk", "Diagnostics", "HelpCenter"]),
    .target(
      name: "PreviewServer",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    // The theme inside the program, see Sources/BuiltInTheme/BuiltInTheme.swift.
    .executableTarget(name: "ThemeEmbedder"),
    .plugin(
      name: "EmbedTheme", capability: .buildTool(), dependencies: ["ThemeEmbedder"],
      path: "Sources/EmbedTheme"),
    .target(name: "BuiltInTheme", dependencies: ["HelpCenter"], plugins: ["EmbedTheme"]),
    // Named apart from the product: `HelpCenter` and `helpcenter` are one module name on a
    // file system that ignores case.
    .executableTarget(
      name: "HelpCenterCommand",
      dependencies: [
        "BuiltInTheme", "Contacts", "Diagnostics", "HelpCenter", "PreviewServer", "SiteIO",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // A program that prints figures: swift run -c release MarkdownBenchmark
    .executableTarget(
      name: "MarkdownBenchmark", dependencies: ["Contacts", "Markdown"],
      path: "Tests/Benchmarks/MarkdownBenchmark"),
    // Lets every system call of a small build fail in turn: swift run Faults
    .executableTarget(
      name: "Faults", dependencies: ["Diagnostics", "HelpCenter", "SiteIO"], path: "Tests/Faults"),
    // Builds a corpus and prints what it costs: swift run -c release SiteBenchmark
    .executableTarget(
      name: "SiteBenchmark",
      dependencies: [
        "Contacts", "Diagnostics", "HelpCenter", "Markdown", "SiteIO",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Benchmarks/SiteBenchmark", exclude: ["hugo", "vocabulary.txt"]),
    // Runs in the quality command for search, Tests/Quality/search-quality.mjs.
    .executableTarget(
      name: "SearchIndexer", dependencies: ["Search"], path: "Tests/Quality/SearchIndexer"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown"], exclude: ["Differences"]),
    .testTarget(name: "SearchTests", dependencies: ["Search"]),
    .testTarget(name: "ContactsTests", dependencies: ["Contacts"]),
    .testTarget(name: "TypesettingTests", dependencies: ["Typesetting"]),
    .testTarget(name: "DrawingsTests", dependencies: ["Drawings", "Typesetting"]),
    .testTarget(
      name: "HelpCenterTests", dependencies: ["HelpCenter", "SiteIO"],
      exclude: ["BadInputs", "Coffee", "Golden", "Published"]),
    .testTarget(name: "SiteIOTests", dependencies: ["SiteIO"]),
    .testTarget(
      name: "PreviewServerTests",
      dependencies: [
        "PreviewServer",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .testTarget(
      name: "HelpCenterCommandTests",
      dependencies: ["BuiltInTheme", "HelpCenterCommand", "HelpCenter", "PreviewServer", "SiteIO"]),
  ],
  swiftLanguageModes: [.v6]
)
