/// Why the server does not listen.
public enum PreviewServerError: Error, Equatable, Sendable {
  /// Something else listens on this port (1...65535) of the host.
  case addressInUse(Int)
  /// The host or port cannot be listened on, in the words of the system.
  case cannotBind(String)
}

extension PreviewServerError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .addressInUse(let port): "port \(port) is already in use"
    case .cannotBind(let reason): "cannot listen: \(reason)"
    }
  }
}
