public import ECASModel

#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#elseif canImport(Darwin)
    private import Darwin
#endif

/// Records that are lines.
///
/// Empty lines, and lines of NULs only, are skipped here. A line past `longestRecord` is handed on in damaged pieces, so
/// that memory stays bounded whatever comes.
public struct LineSession: LinkSession {
    /// What ends a line.
    public enum Terminator: Hashable, Sendable {
        /// LF; a CR right before it belongs to the line end.
        case lineFeed
        /// LF, CR LF, LF CR or a lone CR. The second byte of a line end counts with the line that follows, so that it
        /// makes no difference where the stream is cut.
        case any
    }

    private let terminator: Terminator
    private let longestRecord: Int
    private let tailIsDamaged: Bool
    private var pending: [UInt8] = []
    private var inOverlongLine = false
    private var lastTerminator: UInt8 = 0
    // The second half of the line end before this line: 0 or 1 byte.
    private var leading = 0
    private var offset: UInt64 = 0
    private var line: UInt64 = 1

    /// Makes a session at the start of a stream.
    ///
    /// - Parameters:
    ///   - terminator: what ends a line.
    ///   - longestRecord: bytes after which a line without an end is handed on in pieces of this length.
    ///   - tailIsDamaged: whether a last line without a line end is a damaged record; formats that can judge it
    ///     themselves, or whose files end so, say no.
    public init(terminator: Terminator = .any, longestRecord: Int = 65_536, tailIsDamaged: Bool = false) {
        self.terminator = terminator
        self.longestRecord = longestRecord
        self.tailIsDamaged = tailIsDamaged
    }

    /// Finds the lines that end in these bytes.
    public mutating func receive(_ bytes: Span<UInt8>, at now: Instant, into output: inout LinkOutput) {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            receive(base, buffer.count, into: &output)
        }
    }

    /// Hands on what is left as a record.
    public mutating func endOfStream(at now: Instant, into output: inout LinkOutput) {
        if pending.isEmpty {
            if leading > 0 {
                output.append(.skipped(kind: .lineEnd, length: leading, offset: offset))
                offset += UInt64(leading)
                leading = 0
            }
            return
        }
        let rest = pending
        pending.removeAll()
        rest.withUnsafeBufferPointer {
            emit($0, terminatorLength: 0, damage: tailIsDamaged ? .truncated : nil, into: &output)
        }
    }

    private mutating func receive(_ base: UnsafePointer<UInt8>, _ count: Int, into output: inout LinkOutput) {
        var start = 0
        // Where in the output the bytes are, once the first line that lies in them was found.
        var copy: Int?
        // Searched once for each LF, not once for each line: lines may end with CR alone.
        var nextLineFeed = Self.index(of: 0x0A, in: base, from: 0, to: count)
        while start < count {
            if terminator == .any, lastTerminator != 0, pending.isEmpty, leading == 0 {
                let other: UInt8 = lastTerminator == 0x0A ? 0x0D : 0x0A
                lastTerminator = 0
                if base[start] == other {
                    leading = 1
                    start += 1
                    continue
                }
            }
            lastTerminator = 0
            if nextLineFeed < start { nextLineFeed = Self.index(of: 0x0A, in: base, from: start, to: count) }
            let end =
                terminator == .any ? Self.index(of: 0x0D, in: base, from: start, to: nextLineFeed) : nextLineFeed
            let piece = UnsafeBufferPointer(start: base + start, count: end - start)
            guard end < count else {
                hold(piece, into: &output)
                return
            }
            if isWholeLine(piece) {
                let first = copy ?? output.appendBytes(UnsafeBufferPointer(start: base, count: count))
                copy = first
                emit(piece, from: first + start, into: &output)
            } else if pending.isEmpty, piece.count <= longestRecord {
                emit(piece, terminatorLength: 1, damage: nil, into: &output)
            } else {
                hold(piece, into: &output)
                let whole = pending
                pending.removeAll(keepingCapacity: true)
                whole.withUnsafeBufferPointer { emit($0, terminatorLength: 1, damage: nil, into: &output) }
            }
            lastTerminator = base[end]
            start = end + 1
        }
    }

    /// Whether a piece up to a terminator is a line like nearly all: neither begun before, nor overlong, nor empty.
    @inline(__always)
    private func isWholeLine(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = piece.first, pending.isEmpty, !inOverlongLine else { return false }
        return first != 0 && piece.count <= longestRecord && (piece.count > 1 || first != 0x0D)
    }

    /// Hands on a whole line that the output holds from an index on.
    @inline(__always)
    private mutating func emit(
        _ content: UnsafeBufferPointer<UInt8>, from index: Int, into output: inout LinkOutput
    ) {
        let wireLength = leading + content.count + 1
        let length =
            terminator == .lineFeed && content[content.count - 1] == 0x0D ? content.count - 1 : content.count
        output.appendRecord(at: index..<index + length, wireLength: wireLength, offset: offset, line: line)
        leading = 0
        offset += UInt64(wireLength)
        line += 1
    }

    /// Keeps the beginning of a line, handing on what is longer than a record may be.
    private mutating func hold(_ piece: UnsafeBufferPointer<UInt8>, into output: inout LinkOutput) {
        pending.append(contentsOf: piece)
        guard pending.count > longestRecord else { return }
        var start = 0
        pending.withUnsafeBufferPointer { held in
            while held.count - start > longestRecord {
                output.appendRecord(
                    UnsafeBufferPointer(rebasing: held[start..<start + longestRecord]),
                    wireLength: leading + longestRecord, offset: offset, line: line, damage: .overlong)
                offset += UInt64(leading + longestRecord)
                leading = 0
                start += longestRecord
            }
        }
        inOverlongLine = true
        pending.removeFirst(start)
    }

    /// Hands on a line, or the last piece of an overlong one.
    private mutating func emit(
        _ content: UnsafeBufferPointer<UInt8>, terminatorLength: Int, damage: RecordDamage?,
        into output: inout LinkOutput
    ) {
        let wireLength = leading + content.count + terminatorLength
        var trimmed = content
        if terminator == .lineFeed, terminatorLength == 1, content.last == 0x0D {
            trimmed = UnsafeBufferPointer(rebasing: content.dropLast())
        }
        if inOverlongLine {
            output.appendRecord(content, wireLength: wireLength, offset: offset, line: line, damage: .overlong)
        } else if (trimmed.first ?? 0) == 0, trimmed.allSatisfy({ $0 == 0 }) {
            output.append(.skipped(kind: .emptyLine, length: wireLength, offset: offset))
        } else {
            output.appendRecord(trimmed, wireLength: wireLength, offset: offset, line: line, damage: damage)
        }
        inOverlongLine = false
        leading = 0
        offset += UInt64(wireLength)
        line += 1
    }

    /// The first index of a byte, or `end` if it is not there.
    private static func index(of byte: UInt8, in base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        guard let found = memchr(base + start, Int32(byte), end - start) else { return end }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
