import ECASModel
import ECASStorage
import ECASStorageSQLite
import Foundation

/// The engines that every store must work on alike: the suites run once for each.
enum Engine: CaseIterable, Sendable {
    case sqlite

    /// Gives a place where databases can be opened by name, several times each, and clears it away afterwards.
    func withPlace<Result>(_ body: (Place) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ecas-\(UUID().uuidString)")
        let place = Place(folder: folder)
        do {
            let result = try await body(place)
            try FileManager.default.removeItem(at: folder)
            return result
        } catch {
            try? FileManager.default.removeItem(at: folder)
            throw error
        }
    }

    /// Gives an empty database.
    func withDatabase<Result>(_ body: (any SQLDatabase) async throws -> Result) async throws -> Result {
        try await withPlace { place in
            let database = try await place.open()
            let result = try await body(database)
            try await database.close()
            return result
        }
    }

    /// Gives an empty master store.
    func withMaster<Result>(_ body: (MasterStore) async throws -> Result) async throws -> Result {
        try await withDatabase { try await body(try await MasterStore.open($0, now: .noon)) }
    }

    /// Gives an empty tenant store.
    func withTenant<Result>(_ body: (TenantStore) async throws -> Result) async throws -> Result {
        try await withDatabase { try await body(try await TenantStore.open($0, tenant: TenantID(1), now: .noon)) }
    }

    struct Place: Sendable {
        let folder: URL

        func open(_ name: String = "test", busyTimeoutSeconds: Int = 10) async throws -> any SQLDatabase {
            try await SQLiteDatabase.open(
                path: path(name), options: SQLiteOptions(busyTimeoutSeconds: busyTimeoutSeconds))
        }

        var folderPath: String { folder.path }

        func path(_ name: String) -> String { folder.appendingPathComponent("\(name).sqlite").path }
    }
}

extension Instant {
    /// 2026-03-11T12:00:00Z.
    static let noon = Instant(seconds: 1_773_230_400)
}
