import ECASModel
import ECASStorage
import ECASStorageSQLite
import Testing

@Suite struct TenantStoresTests {
    private static func tenant(_ id: Int64, _ address: String? = nil) -> Tenant {
        Tenant(
            id: TenantID(id), name: "tenant \(id)",
            databaseAddress: address ?? SQLiteEngine.address(ofTenant: TenantID(id)))
    }

    @Test func storesAreOpenedOnceAndKeptApart() async throws {
        try await Engine.sqlite.withPlace { place in
            let stores = TenantStores(engine: SQLiteEngine(folder: place.folderPath))
            async let firstAsked = stores.store(of: Self.tenant(1), now: .noon)
            async let againAsked = stores.store(of: Self.tenant(1), now: .noon)
            async let secondAsked = stores.store(of: Self.tenant(2), now: .noon)
            let (first, again, second) = try await (firstAsked, againAsked, secondAsked)
            _ = try await first.ingest(Sample.batch(1...3))
            #expect(try await again.highestCallID() == CallID(3))
            #expect(try await second.highestCallID() == CallID(0))
            try await stores.close()
            let error = await #expect(throws: StorageError.self) { try await first.highestCallID() }
            #expect(error?.code == .unavailable)
        }
    }

    @Test func aTenantThatMovedIsOpenedAnew() async throws {
        try await Engine.sqlite.withPlace { place in
            let stores = TenantStores(engine: SQLiteEngine(folder: place.folderPath))
            let old = try await stores.store(of: Self.tenant(1), now: .noon)
            _ = try await old.ingest(Sample.batch(1...3))
            let new = try await stores.store(of: Self.tenant(1, "sqlite:elsewhere.sqlite"), now: .noon)
            #expect(try await new.highestCallID() == CallID(0))
            let error = await #expect(throws: StorageError.self) { try await old.highestCallID() }
            #expect(error?.code == .unavailable)
            try await stores.close()
        }
    }

    @Test func anAddressOfAnotherTenantIsRefusedAndMayBeCorrected() async throws {
        try await Engine.sqlite.withPlace { place in
            let stores = TenantStores(engine: SQLiteEngine(folder: place.folderPath))
            _ = try await stores.store(of: Self.tenant(1), now: .noon)
            let address = SQLiteEngine.address(ofTenant: TenantID(1))
            for _ in 1...2 {
                let error = await #expect(throws: StorageError.self) {
                    try await stores.store(of: Self.tenant(2, address), now: .noon)
                }
                #expect(error?.code == .wrongDatabase)
            }
            #expect(try await stores.store(of: Self.tenant(2), now: .noon).tenant == TenantID(2))
            try await stores.close()
        }
    }
}
