/// The 64-bit FNV-1a hash of bytes, or of units of text (IETF draft-eastlake-fnv): tells one from the next,
/// and is no secret. Its upper bits are weaker than its lower ones.
@inlinable
public func fnv1a(_ units: some Sequence<some FixedWidthInteger & UnsignedInteger>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for unit in units { hash = (hash ^ UInt64(unit)) &* 0x100_0000_01B3 }
  return hash
}
