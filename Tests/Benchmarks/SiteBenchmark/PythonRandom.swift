import Foundation

/// Python's `random.Random` as far as the corpus needs it, number for number: the Mersenne Twister
/// (MT19937, Matsumoto and Nishimura 1998), seeded by a text as CPython does since 3.2.
struct PythonRandom {
  private var state = [UInt32](repeating: 0, count: 624)
  private var place = 624

  init(_ seed: String) {
    // The text and its SHA-512 as one large number, in words of 32 bits, the least first.
    let bytes = Array(seed.utf8) + SHA512.digest(Array(seed.utf8))
    let backwards = Array(bytes.reversed())
    var key = stride(from: 0, to: backwards.count, by: 4).map { start in
      (0..<4).reduce(UInt32(0)) { word, byte in
        start + byte < backwards.count
          ? word | UInt32(backwards[start + byte]) << (8 * UInt32(byte)) : word
      }
    }
    while key.count > 1, key.last == 0 { key.removeLast() }
    start(with: key)
  }

  private mutating func start(with key: [UInt32]) {
    state[0] = 19_650_218
    for i in 1..<624 {
      state[i] = 1_812_433_253 &* (state[i - 1] ^ (state[i - 1] >> 30)) &+ UInt32(i)
    }
    var i = 1
    var j = 0
    func advance(_ state: inout [UInt32]) {
      i += 1
      if i >= 624 {
        state[0] = state[623]
        i = 1
      }
    }
    for _ in 0..<max(624, key.count) {
      let mixed = (state[i - 1] ^ (state[i - 1] >> 30)) &* 1_664_525
      state[i] = (state[i] ^ mixed) &+ key[j] &+ UInt32(j)
      j = (j + 1) % key.count
      advance(&state)
    }
    for _ in 0..<623 {
      let mixed = (state[i - 1] ^ (state[i - 1] >> 30)) &* 1_566_083_941
      state[i] = (state[i] ^ mixed) &- UInt32(i)
      advance(&state)
    }
    state[0] = 0x8000_0000
  }

  private mutating func next() -> UInt32 {
    if place == 624 {
      for i in 0..<624 {
        let y = (state[i] & 0x8000_0000) | (state[(i + 1) % 624] & 0x7FFF_FFFF)
        state[i] = state[(i + 397) % 624] ^ (y >> 1) ^ (y & 1 == 0 ? 0 : 0x9908_B0DF)
      }
      place = 0
    }
    var y = state[place]
    place += 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9D2C_5680
    y ^= (y << 15) & 0xEFC6_0000
    return y ^ (y >> 18)
  }

  /// From 0 up to 1, without 1.
  mutating func random() -> Double {
    let a = Double(next() >> 5)
    let b = Double(next() >> 6)
    return (a * 67_108_864 + b) / 9_007_199_254_740_992
  }

  /// From 0 up to a limit, without it.
  mutating func below(_ limit: Int) -> Int {
    let bits = UInt32(Int.bitWidth - limit.leadingZeroBitCount)
    while true {
      let number = Int(next() >> (32 - bits))
      if number < limit { return number }
    }
  }

  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  mutating func choice<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

  mutating func choice<Item>(_ items: [Item], cumulative weights: [Double]) -> Item {
    let sought = random() * weights[weights.count - 1]
    var low = 0
    var high = items.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sought < weights[middle] { high = middle } else { low = middle + 1 }
    }
    return items[low]
  }

  mutating func shuffle<Item>(_ items: inout [Item]) {
    for place in stride(from: items.count - 1, to: 0, by: -1) {
      items.swapAt(place, below(place + 1))
    }
  }
}

/// SHA-512 (FIPS 180-4, section 6.4).
enum SHA512 {
  /// The first 64 bits of the fractional parts of the roots of the first primes, square roots for the
  /// start and cube roots for the rounds; found by whole numbers, so that none is mistyped.
  private static let primes: [UInt64] = {
    var found: [UInt64] = []
    var number: UInt64 = 2
    while found.count < 80 {
      if !found.contains(where: { number % $0 == 0 }) { found.append(number) }
      number += 1
    }
    return found
  }()
  private static let start = primes.prefix(8).map { fraction(of: $0, root: 2) }
  private static let rounds = primes.map { fraction(of: $0, root: 3) }

  /// The largest number whose power is not above `prime` shifted by 64 bits for each factor.
  private static func fraction(of prime: UInt64, root: Int) -> UInt64 {
    var whole: UInt64 = 0
    while (0..<root).reduce(UInt64(1), { power, _ in power * (whole + 1) }) <= prime { whole += 1 }
    var value = Wide([0, whole])
    for bit in (0..<64).reversed() {
      let tried = Wide([value.words[0] | 1 << UInt64(bit), whole])
      let power = (1..<root).reduce(tried) { power, _ in power.times(tried) }
      if power.isAtMost(Wide([UInt64](repeating: 0, count: root) + [prime])) { value = tried }
    }
    return value.words[0]
  }

  /// A large number in words of 64 bits, the least first.
  private struct Wide {
    var words: [UInt64]

    init(_ words: [UInt64]) { self.words = words }

    func times(_ other: Wide) -> Wide {
      var out = [UInt64](repeating: 0, count: words.count + other.words.count)
      for (i, a) in words.enumerated() {
        var carry: UInt64 = 0
        for (j, b) in other.words.enumerated() {
          let (high, low) = a.multipliedFullWidth(by: b)
          let (first, overflow) = out[i + j].addingReportingOverflow(low)
          let (second, more) = first.addingReportingOverflow(carry)
          out[i + j] = second
          carry = high + (overflow ? 1 : 0) + (more ? 1 : 0)
        }
        out[i + other.words.count] &+= carry
      }
      return Wide(out)
    }

    func isAtMost(_ other: Wide) -> Bool {
      for place in (0..<max(words.count, other.words.count)).reversed() {
        let a = place < words.count ? words[place] : 0
        let b = place < other.words.count ? other.words[place] : 0
        if a != b { return a < b }
      }
      return true
    }
  }

  static func digest(_ message: [UInt8]) -> [UInt8] {
    var bytes = message + [0x80]
    while bytes.count % 128 != 112 { bytes.append(0) }
    bytes += [UInt8](repeating: 0, count: 8)
    bytes += bigEndian(UInt64(message.count * 8))
    var hash = start
    for block in stride(from: 0, to: bytes.count, by: 128) {
      mix(Array(bytes[block..<block + 128]), into: &hash)
    }
    return hash.flatMap(bigEndian)
  }

  private static func mix(_ block: [UInt8], into hash: inout [UInt64]) {
    func turned(_ word: UInt64, _ bits: UInt64) -> UInt64 { word >> bits | word << (64 - bits) }
    var words = stride(from: 0, to: 128, by: 8).map { start in
      block[start..<start + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
    for t in 16..<80 {
      let a = words[t - 15]
      let b = words[t - 2]
      let s0 = turned(a, 1) ^ turned(a, 8) ^ (a >> 7)
      let s1 = turned(b, 19) ^ turned(b, 61) ^ (b >> 6)
      words.append(words[t - 16] &+ s0 &+ words[t - 7] &+ s1)
    }
    var v = hash
    for t in 0..<80 {
      let s1 = turned(v[4], 14) ^ turned(v[4], 18) ^ turned(v[4], 41)
      let chosen = (v[4] & v[5]) ^ (~v[4] & v[6])
      let first = v[7] &+ s1 &+ chosen &+ rounds[t] &+ words[t]
      let s0 = turned(v[0], 28) ^ turned(v[0], 34) ^ turned(v[0], 39)
      let second = s0 &+ ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]))
      v = [first &+ second, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
    }
    for place in hash.indices { hash[place] = hash[place] &+ v[place] }
  }

  private static func bigEndian(_ word: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) }
  }
}
