import NIOCore
import Synchronization

/// The site that is shown and the connections it is shown to.
///
/// Both are under one lock: a connection either joins before a change and is told of it, or joins
/// after it and finds the new site.
final class Audience: Sendable {
  private struct State {
    var site: PreviewSite
    var isOpen = false
    var connections: [ObjectIdentifier: any Channel] = [:]
  }

  private let state: Mutex<State>

  init(site: PreviewSite) {
    state = Mutex(State(site: site))
  }

  var site: PreviewSite {
    state.withLock { $0.site }
  }

  func show(_ site: PreviewSite) {
    let connections = state.withLock { state in
      state.site = site
      return Array(state.connections.values)
    }
    for connection in connections {
      connection.pipeline.fireUserInboundEventTriggered(ReloadSignal.reload)
    }
  }

  func open() {
    state.withLock { $0.isOpen = true }
  }

  /// Counts the connection in until it is closed; false when the server was stopped meanwhile.
  func join(_ connection: any Channel) -> Bool {
    let key = ObjectIdentifier(connection)
    let joined = state.withLock { state in
      if state.isOpen { state.connections[key] = connection }
      return state.isOpen
    }
    if joined {
      connection.closeFuture.whenComplete { _ in
        self.state.withLock { _ = $0.connections.removeValue(forKey: key) }
      }
    }
    return joined
  }

  /// Closes every connection and lets none join any more.
  func close() async {
    let connections = state.withLock { state in
      state.isOpen = false
      return Array(state.connections.values)
    }
    for connection in connections {
      connection.close(promise: nil)
    }
    for connection in connections {
      try? await connection.closeFuture.get()
    }
  }
}
