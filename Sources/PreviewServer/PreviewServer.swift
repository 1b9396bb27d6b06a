// How a site is previewed:
//
// 1. PreviewSite puts the live-reload script in every page and computes the entity tags.
// 2. PreviewServer listens; every connection it accepts joins the Audience.
// 3. PreviewConnection reads a request and sends what StaticResponse answers, a pure function of
//    the request and the site shown at that moment.
// 4. The script in a page (LiveReload) opens /.helpcenter/events and waits.
// 5. show(_:) replaces the site in the Audience and signals its connections; those that wait
//    pass the signal to their page, which reloads and so begins again at 3.

import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Serves a site from memory as a static host would, and reloads its open pages when it changes.
///
/// Every function may be called from any task or thread.
public final class PreviewServer: Sendable {
  private let host: String
  private let port: Int
  private let heartbeat: TimeAmount
  private let patience: TimeAmount
  private let audience: Audience
  private let listeners = Mutex<[any Channel]>([])

  /// A server that does not listen yet.
  ///
  /// - Parameters:
  ///   - host: The name or address to listen on: `127.0.0.1`, `localhost`, `::1`.
  ///   - port: 1...65535, or 0 for any that is free.
  ///   - site: What is shown until `show(_:)` is called.
  public convenience init(host: String, port: Int, site: PreviewSite) {
    self.init(host: host, port: port, site: site, heartbeat: .seconds(15), patience: .seconds(30))
  }

  /// - Parameters:
  ///   - heartbeat: How often a listening page is written to, so that a connection whose other end
  ///     is gone is found and dropped.
  ///   - patience: How long a client may take for a whole request, and for each 64 KiB of an answer.
  init(
    host: String, port: Int, site: PreviewSite, heartbeat: TimeAmount, patience: TimeAmount
  ) {
    self.host = host
    self.port = port
    self.heartbeat = heartbeat
    self.patience = patience
    audience = Audience(site: site)
  }

  /// Binds the address and answers requests until `stop()`.
  ///
  /// - Returns: The bound port, 1...65535.
  /// - Throws: `PreviewServerError.addressInUse` when something listens there already, this
  ///   server included; `PreviewServerError.cannotBind` for any other reason.
  public func start() async throws -> Int {
    guard (0...65535).contains(port) else {
      throw PreviewServerError.cannotBind("port \(port) is not in 0...65535")
    }
    audience.open()
    do {
      let listener = try await bootstrap.bind(host: host, port: port).get()
      listeners.withLock { $0.append(listener) }
      return listener.localAddress?.port ?? port
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw PreviewServerError.addressInUse(port)
    } catch {
      throw PreviewServerError.cannotBind(String(describing: error))
    }
  }

  /// Replaces the site: a request is answered from the old one or the new one, never from both.
  /// Every open page is told to reload.
  public func show(_ site: PreviewSite) {
    audience.show(site)
  }

  /// Stops listening and closes every connection; returns when all are closed. Does nothing to a
  /// server that does not listen. `start()` may be called again.
  ///
  /// - Throws: What the system says when a listening socket cannot be closed.
  public func stop() async throws {
    let closing = listeners.withLock { listeners in
      defer { listeners = [] }
      return listeners
    }
    for listener in closing {
      do {
        try await listener.close()
      } catch ChannelError.alreadyClosed {
        continue
      }
    }
    await audience.close()
  }

  private var bootstrap: ServerBootstrap {
    ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      // A restart must not wait for the last run's connections to leave TIME_WAIT.
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { [audience, host, heartbeat, patience] channel in
        channel.eventLoop.makeCompletedFuture {
          guard audience.join(channel) else { throw ChannelError.ioOnClosedChannel }
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(
            PreviewConnection(
              audience: audience, host: RequestHost(own: host), heartbeat: heartbeat,
              patience: patience))
        }
      }
  }
}
