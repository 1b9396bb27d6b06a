import NIOCore
import NIOHTTP1

/// One connection: answers its requests in turn, and tells a listening page to reload.
///
/// NIO's pipelining handler, ahead of this one, lets the next request in when the answer to the
/// last has ended. This is a plain handler rather than a NIOAsyncChannel because one of those
/// traps when it is accepted and never consumed, as happens when the server stops meanwhile.
final class PreviewConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private enum Turn {
    case reading(HTTPRequestHead?)
    case answering(HTTPRequestHead)
    case sending(rest: ArraySlice<UInt8>, keepAlive: Bool)
    case listening(heartbeat: RepeatedTask)
    case over
  }

  /// Bytes handed to the channel at a time, so that a slow client holds a chunk and not a file.
  private static let chunkSize = 64 * 1024

  /// A body of a few bytes is read and dropped, and the connection goes on; a larger one is not
  /// waited for.
  private static let largestBody = 64 * 1024

  private let audience: Audience
  private let host: RequestHost
  private let heartbeat: TimeAmount
  private let patience: TimeAmount
  /// Ends the connection of a client that keeps it waiting.
  private var limit: Scheduled<Void>?
  private var bodyBytes = 0
  private var turn = Turn.reading(nil)
  private var isAdvancing = false

  init(audience: Audience, host: RequestHost, heartbeat: TimeAmount, patience: TimeAmount) {
    self.audience = audience
    self.host = host
    self.heartbeat = heartbeat
    self.patience = patience
  }

  func channelActive(context: ChannelHandlerContext) {
    wait(context: context)
    context.fireChannelActive()
  }

  /// Begins the time that the client has for its next step.
  private func wait(context: ChannelHandlerContext) {
    limit?.cancel()
    let channel = context.channel
    limit = context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .reading(let request) = turn else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      turn = .reading(head)
      bodyBytes = 0
      let length = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
      if length > Self.largestBody { return refuseBody(of: head, context: context) }
      // Otherwise a client may wait for this before it sends a body (RFC 9110 section 10.1.1).
      if head.version == .http1_1, head.headers[canonicalForm: "Expect"].contains("100-continue") {
        let interim = HTTPResponseHead(version: .http1_1, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(interim)), promise: nil)
      }
    case .body(let part):
      // No method answered here has a use for a body.
      bodyBytes += part.readableBytes
      if bodyBytes > Self.largestBody, let request { refuseBody(of: request, context: context) }
    case .end:
      guard let request else { return }
      limit?.cancel()
      turn = .answering(request)
      advance(context: context)
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    advance(context: context)
    context.fireChannelWritabilityChanged()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard let signal = event as? ReloadSignal else {
      context.fireUserInboundEventTriggered(event)
      return
    }
    guard case .listening = turn else { return }
    guard context.channel.isWritable else {
      context.close(promise: nil)  // It has long stopped reading.
      return
    }
    write(signal.text.utf8, context: context)
    context.flush()
  }

  func channelInactive(context: ChannelHandlerContext) {
    if case .listening(let heartbeat) = turn { heartbeat.cancel() }
    limit?.cancel()
    turn = .over
    context.fireChannelInactive()
  }

  /// A malformed request has had its 400 from NIO's protocol error handler; a client that went
  /// away needs nothing more.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}

// MARK: - Answering

extension PreviewConnection {
  /// Takes steps for as long as the client keeps up.
  ///
  /// The end of an answer lets the next pipelined request in, and a flush may report that the
  /// channel is writable again, both from inside a step. They are left to the loop: a client
  /// that pipelines thousands of requests must not deepen the stack with each.
  private func advance(context: ChannelHandlerContext) {
    guard !isAdvancing else { return }
    isAdvancing = true
    defer { isAdvancing = false }
    while context.channel.isWritable, step(context: context) {
      context.flush()
    }
  }

  /// Writes the next part of an answer; false when there is nothing to write.
  private func step(context: ChannelHandlerContext) -> Bool {
    switch turn {
    case .answering(let request):
      answer(request, context: context)
      return true
    case .sending(let rest, let keepAlive):
      send(rest, keepAlive: keepAlive, context: context)
      return true
    case .reading, .listening, .over:
      return false
    }
  }

  private func answer(_ request: HTTPRequestHead, context: ChannelHandlerContext) {
    let site = audience.site
    let response = StaticResponse.respond(to: request, host: host, site: site)
    let isOld = request.version == .http1_0
    var head = HTTPResponseHead(
      version: isOld ? .http1_0 : .http1_1, status: response.status, headers: response.headers)
    // Only what is not the version's default has to be said (RFC 9112 section 9.3).
    if !request.isKeepAlive {
      head.headers.add(name: "Connection", value: "close")
    } else if isOld {
      head.headers.add(name: "Connection", value: "keep-alive")
    }
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    switch response.body {
    case .bytes(let bytes):
      send(bytes, keepAlive: request.isKeepAlive, context: context)
    case .reloadEvents:
      listen(to: site, context: context)
    }
  }

  private func send(_ bytes: ArraySlice<UInt8>, keepAlive: Bool, context: ChannelHandlerContext) {
    let chunk = bytes.prefix(Self.chunkSize)
    if !chunk.isEmpty {
      write(chunk, context: context)
    }
    if chunk.count < bytes.count {
      wait(context: context)
      turn = .sending(rest: bytes.dropFirst(chunk.count), keepAlive: keepAlive)
      return
    }
    // First, because writing the end brings in the next request.
    turn = keepAlive ? .reading(nil) : .over
    wait(context: context)
    let sent = context.eventLoop.makePromise(of: Void.self)
    if !keepAlive {
      let channel = context.channel
      sent.futureResult.whenComplete { _ in channel.close(promise: nil) }
    }
    context.write(wrapOutboundOut(.end(nil)), promise: sent)
  }

  /// Answers before the body has come, and ends the connection, whose next bytes are the body's.
  /// They are dropped until the client ends or `patience` does: a connection that is closed with
  /// bytes unread takes the answer with it (RFC 9112 section 9.6).
  private func refuseBody(of request: HTTPRequestHead, context: ChannelHandlerContext) {
    turn = .over
    let response = StaticResponse.bodyTooLarge
    var head = HTTPResponseHead(
      version: request.version == .http1_0 ? .http1_0 : .http1_1, status: response.status,
      headers: response.headers)
    head.headers.add(name: "Connection", value: "close")
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if case .bytes(let bytes) = response.body { write(bytes, context: context) }
    let channel = context.channel
    let sent = context.eventLoop.makePromise(of: Void.self)
    sent.futureResult.whenComplete { _ in channel.close(mode: .output, promise: nil) }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
    wait(context: context)
  }

  private func listen(to site: PreviewSite, context: ChannelHandlerContext) {
    let channel = context.channel
    limit?.cancel()
    turn = .listening(
      heartbeat: context.eventLoop.scheduleRepeatedTask(
        initialDelay: heartbeat, delay: heartbeat
      ) { _ in
        channel.pipeline.fireUserInboundEventTriggered(ReloadSignal.heartbeat)
      })
    write(LiveReload.greeting(version: site.version).utf8, context: context)
  }

  private func write(_ bytes: some Sequence<UInt8>, context: ChannelHandlerContext) {
    context.write(
      wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: nil)
  }
}
