/// What has to happen to the present site to make it the new one.
struct PublishPlan {
  /// New files and files with other bytes, in byte order.
  private(set) var written: [SiteFile] = []
  /// Files to take over as they are.
  private(set) var carried: [BytePath] = []
  /// Files to drop, in byte order.
  let removed: [BytePath]
  /// Every folder of the new site, each before what lies in it.
  let folders: [BytePath]

  private let unchanged: Int

  /// Compares sizes, then bytes. Throws `DiskFailure`.
  init(_ files: [SiteFile], present: PresentSite?) throws {
    var left = present?.files ?? [:]
    for file in files {
      if try present?.holds(file) == true {
        carried.append(file.path)
      } else {
        written.append(file)
      }
      left[file.path] = nil
    }
    unchanged = carried.count
    if left.removeValue(forKey: SiteNames.placeholder) != nil {
      carried.append(SiteNames.placeholder)
    }
    removed = left.keys.sorted()
    folders = SiteFile.folders(of: files).sorted()
  }

  /// Whether the present site is the new one.
  var isEmpty: Bool { written.isEmpty && removed.isEmpty }

  var summary: PublishSummary {
    PublishSummary(
      written: written.count, unchanged: unchanged, removed: removed.count,
      bytesWritten: written.reduce(0) { $0 + $1.bytes.count })
  }
}
