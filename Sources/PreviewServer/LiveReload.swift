/// The preview's own part of the site: what makes an open page reload itself.
enum LiveReload {
  /// Everything below this path belongs to the preview.
  static let folder = ".helpcenter/"
  static let scriptPath = ".helpcenter/reload.js"
  static let eventsPath = ".helpcenter/events"

  private static let scriptTag = Array(
    #"<script type="module" src="/.helpcenter/reload.js"></script>"#.utf8)
  private static let bodyEnd = Array("</body>".utf8)

  /// The page with the script before its last `</body>`, or at its end when it has none.
  static func addingScript(to page: [UInt8]) -> [UInt8] {
    var page = page
    page.insert(contentsOf: scriptTag, at: lastBodyEnd(in: page) ?? page.endIndex)
    return page
  }

  private static func lastBodyEnd(in page: [UInt8]) -> Int? {
    stride(from: page.count - bodyEnd.count, through: 0, by: -1).first { start in
      page[start] == bodyEnd[0]
        && page[start..<start + bodyEnd.count].elementsEqual(bodyEnd) { lowercased($0) == $1 }
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// The module every page loads. It carries the version it was sent with, so that a change made
  /// between the page's arrival and its listening is not missed.
  static func script(version: String) -> String {
    """
    const version = "\(version)";
    let lost = false;

    function listen() {
      const events = new EventSource("/.helpcenter/events");
      // A connection that comes back is a server that was restarted: it may show another site.
      events.onopen = () => { if (lost) location.reload(); };
      events.onerror = () => {
        lost = true;
        // The browser tries again by itself, unless it has given up.
        if (events.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
      };
      events.addEventListener("reload", () => location.reload());
      events.addEventListener("site", ({ data }) => {
        // Once for each version: a stale copy of this module must not reload for ever.
        const key = "helpcenter-reloaded-for";
        if (data === version || sessionStorage.getItem(key) === data) return;
        sessionStorage.setItem(key, data);
        location.reload();
      });
    }

    listen();

    """
  }

  /// What a page that begins to listen is told first. Browsers wait one second (the unit of
  /// `retry` is the millisecond) before they connect again.
  static func greeting(version: String) -> String {
    "retry: 1000\nevent: site\ndata: \(version)\n\n"
  }
}

/// What an open page is told, in the text of Server-Sent Events (WHATWG HTML section 9.2).
enum ReloadSignal: Sendable {
  case reload
  case heartbeat

  var text: String {
    switch self {
    // Browsers do not deliver an event without data.
    case .reload: "event: reload\ndata: reload\n\n"
    case .heartbeat: ": still here\n\n"
    }
  }
}
