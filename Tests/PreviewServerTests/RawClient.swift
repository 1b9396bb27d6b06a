import NIOCore
import NIOPosix

/// A client that sends exactly the text it is given and reads only when it is told to.
struct RawClient {
  typealias Stream = NIOAsyncChannel<ByteBuffer, ByteBuffer>

  struct Response {
    var head: String
    var body: [UInt8]

    var status: String { String(head.prefix { $0 != "\r\n" }) }
    var text: String { String(decoding: body, as: UTF8.self) }
  }

  struct ConnectionEnded: Error {}

  private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
  private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  private var unread = ByteBuffer()

  /// Connects for as long as the closure runs; what is under way then is abandoned.
  static func connect<Result: Sendable>(
    to port: Int, _ body: (inout RawClient) async throws -> Result
  ) async throws -> Result {
    let stream = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture { try Stream(wrappingChannelSynchronously: channel) }
      }
    return try await stream.executeThenClose { inbound, outbound in
      var client = RawClient(inbound: inbound.makeAsyncIterator(), outbound: outbound)
      return try await body(&client)
    }
  }

  private init(
    inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
    outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  ) {
    self.inbound = inbound
    self.outbound = outbound
  }

  func send(_ text: String) async throws {
    try await outbound.write(ByteBuffer(string: text))
  }

  /// A request without a body; the headers are lines without their ends.
  func request(_ line: String, _ headers: String...) async throws {
    let lines = ["\(line) HTTP/1.1", "Host: localhost"] + headers
    try await send(lines.joined(separator: "\r\n") + "\r\n\r\n")
  }

  /// The next response; a HEAD's has no body whatever its length says.
  mutating func response(hasBody: Bool = true) async throws -> Response {
    let head = try await text(through: "\r\n\r\n")
    let length =
      head.split(separator: "\r\n").first { $0.hasPrefix("Content-Length: ") }
      .flatMap { Int($0.dropFirst(16)) } ?? 0
    guard hasBody else { return Response(head: head, body: []) }
    while unread.readableBytes < length { try await receive() }
    return Response(head: head, body: unread.readBytes(length: length) ?? [])
  }

  /// What is received up to and with this text.
  mutating func text(through end: String) async throws -> String {
    while true {
      let received = String(buffer: unread)
      if let range = received.firstRange(of: end) {
        let text = String(received[..<range.upperBound])
        unread.moveReaderIndex(forwardBy: text.utf8.count)
        return text
      }
      try await receive()
    }
  }

  /// Reads until the server closes the connection.
  mutating func readToEnd() async throws {
    do {
      while true { try await receive() }
    } catch is ConnectionEnded {}
  }

  private mutating func receive() async throws {
    guard var next = try await inbound.next() else { throw ConnectionEnded() }
    unread.discardReadBytes()
    unread.writeBuffer(&next)
  }
}
