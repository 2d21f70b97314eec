import ECASModel
import ECASStorage
import Testing

@Suite struct TariffTests {
    @Test(arguments: Engine.allCases)
    func tariffsAndTheirVersionsAreKept(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            let later = Instant.noon.advanced(bySeconds: 1)
            var first = try await store.addTariff(name: "b", definition: "{\"v\":1}", validFrom: .noon, now: later)
            let second = try await store.addTariff(name: "b", definition: "{}", validFrom: later, now: later)
            let other = try await store.addTariff(name: "a", definition: "{}", validFrom: .noon, now: later)
            #expect(try await store.tariffs() == [other, second, first])
            let error = await #expect(throws: StorageError.self) {
                try await store.addTariff(name: "b", definition: "{}", validFrom: .noon, now: later)
            }
            #expect(error?.code == .duplicate)
            first.definition = "{\"v\":2}"
            try await store.update(first)
            try await store.removeTariff(second.id)
            #expect(try await store.tariffs() == [other, first])
        }
    }

    @Test(arguments: Engine.allCases)
    func settingsAreKeptButTheOwnerIsNotOne(_ engine: Engine) async throws {
        try await engine.withTenant { store in
            try await store.set("language", to: "de")
            #expect(try await store.setting("language") == "de")
            let error = await #expect(throws: StorageError.self) { try await store.set("tenant", to: "2") }
            #expect(error?.code == .invalidRequest)
        }
    }
}
