import ECASCollection
import Testing

struct BackOffTests {
    @Test("Waits double up to a minute and are spread over their upper half")
    func doubles() {
        let lowest: [Int64] = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]
        for (random, factor) in [(0.0, 1.0), (0.5, 1.5), (0.999, 1.999)] {
            var backOff = BackOff()
            for low in lowest {
                #expect(backOff.nextWait(random: random) == Int64(Double(low) * factor), "random \(random)")
            }
        }
    }

    @Test("After a connection the first wait is short again")
    func beginsAnew() {
        var backOff = BackOff()
        for _ in 0..<10 { _ = backOff.nextWait(random: 0) }
        backOff.succeeded()
        #expect(backOff.nextWait(random: 0) == 250)
        #expect(backOff.nextWait(random: 0) == 500)
    }
}
