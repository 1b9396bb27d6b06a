// swift-tools-version: 6.1
// A program that is not part of the package and has nothing of it but the library product:
// swift test --package-path Tests/Outside --scratch-path .build/outside
import PackageDescription

let package = Package(
  name: "Outside",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "HelpCenter", path: "../..")],
  targets: [
    .target(
      name: "Coverage", dependencies: [.product(name: "HelpCenterKit", package: "HelpCenter")]),
    .testTarget(
      name: "CoverageTests",
      dependencies: ["Coverage", .product(name: "HelpCenterKit", package: "HelpCenter")]),
  ],
  swiftLanguageModes: [.v6]
)
