// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A target of the library: one folder below `Sources/ECASKit`, so that the compiler enforces the arrows of the house.
func library(_ folder: String, name: String? = nil, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(
        name: name ?? "ECAS\(folder)", dependencies: dependencies, path: "Sources/ECASKit/\(folder)",
        swiftSettings: settings)
}

/// An executable: one folder below `Sources/Frontends`.
func frontend(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies, path: "Sources/Frontends/\(name)", swiftSettings: settings)
}

/// The tests of one target: they mirror `Sources`.
func tests(_ folder: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: "ECAS\(folder)Tests", dependencies: dependencies + ["ECASTestSupport"], path: "Tests/\(folder)Tests",
        swiftSettings: settings)
}

extension Target.Dependency {
    static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
    static let grdb = product(name: "GRDB", package: "GRDB.swift")
    static let grdbSQLite = product(name: "GRDBSQLite", package: "GRDB.swift")
    static let hummingbird = product(name: "Hummingbird", package: "hummingbird")
    static let jwtKit = product(name: "JWTKit", package: "jwt-kit")
    static let crypto = product(name: "Crypto", package: "swift-crypto")
    static let cryptoExtras = product(name: "CryptoExtras", package: "swift-crypto")
    static let httpTypes = product(name: "HTTPTypes", package: "swift-http-types")
    static let logging = product(name: "Logging", package: "swift-log")
    static let nioCore = product(name: "NIOCore", package: "swift-nio")
    static let nioPosix = product(name: "NIOPosix", package: "swift-nio")
    static let serviceLifecycle = product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
    static let unixSignals = product(name: "UnixSignals", package: "swift-service-lifecycle")
}

let libraryTargets = [
    "ECASModel", "ECASDrivers", "ECASClassification", "ECASRating", "ECASAccess", "ECASStorage", "ECASStorageSQLite",
    "ECASCollection", "ECASPipeline",
]

let package = Package(
    name: "ecas",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "ECASKit", targets: ["ECASKit"] + libraryTargets),
        .library(name: "ECASDrivers", targets: ["ECASModel", "ECASDrivers"]),
        .library(name: "ECASDriverTesting", targets: ["ECASDriverTesting"]),
        .executable(name: "ecas", targets: ["ecas"]),
        .executable(name: "ecas-collector", targets: ["ecas-collector"]),
        .executable(name: "ecas-server", targets: ["ecas-server"]),
    ],
    dependencies: [
        // The command line of the three frontends.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // SQLite, the default engine.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // HTTP for ecas-server.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        // Access tokens (RS256).
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        // scrypt for passwords, SHA-256, RSA keys.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        // Names of methods, statuses and header fields, as Hummingbird uses them.
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        // Sockets of the collector and of the simulated PBXs.
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        // Start and stop of long-running parts.
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // MARK: Library
        library("Model"),
        library("Drivers", ["ECASModel"]),
        library("DriverTesting", ["ECASModel", "ECASDrivers", .nioCore, .nioPosix]),
        library("Classification", ["ECASModel"]),
        library("Rating", ["ECASModel"]),
        library("Access", ["ECASModel", .crypto, .cryptoExtras, .jwtKit]),
        library("Storage", ["ECASModel"]),
        library("StorageSQLite", ["ECASModel", "ECASStorage", .grdb, .grdbSQLite]),
        library(
            "Collection",
            ["ECASModel", "ECASDrivers", "ECASStorage", .crypto, .logging, .nioCore, .nioPosix]),
        library(
            "Pipeline",
            [
                "ECASModel", "ECASDrivers", "ECASClassification", "ECASRating", "ECASAccess", "ECASStorage",
                "ECASStorageSQLite", "ECASCollection", .crypto, .logging, .serviceLifecycle,
            ]),
        library("ECASKit", name: "ECASKit", libraryTargets.map { .byName(name: $0) }),

        // MARK: Frontends
        .target(
            name: "ECASFrontendSupport", dependencies: ["ECASKit", .argumentParser, .logging],
            path: "Sources/Frontends/Support", swiftSettings: settings),
        frontend("ecas", ["ECASKit", "ECASDriverTesting", "ECASFrontendSupport", .argumentParser, .logging]),
        frontend(
            "ecas-collector",
            ["ECASKit", "ECASFrontendSupport", .argumentParser, .logging, .serviceLifecycle, .unixSignals]),
        frontend(
            "ecas-server",
            [
                "ECASKit", "ECASFrontendSupport", .argumentParser, .hummingbird, .httpTypes, .logging,
                .serviceLifecycle,
                .unixSignals,
            ]),

        // MARK: Tests
        .target(name: "ECASTestSupport", path: "Tests/Support", swiftSettings: settings),
        tests("Model", ["ECASModel"]),
        tests("Drivers", ["ECASModel", "ECASDrivers", "ECASDriverTesting"]),
        tests("DriverTesting", ["ECASModel", "ECASDrivers", "ECASDriverTesting", .nioCore, .nioPosix]),
        tests("Classification", ["ECASModel", "ECASClassification"]),
        tests("Rating", ["ECASModel", "ECASRating"]),
        tests("Access", ["ECASModel", "ECASAccess", .crypto, .cryptoExtras]),
        tests("Storage", ["ECASModel", "ECASStorage", "ECASStorageSQLite"]),
        tests(
            "Collection",
            [
                "ECASModel", "ECASDrivers", "ECASStorage", "ECASStorageSQLite", "ECASCollection", .logging, .nioCore,
                .nioPosix,
            ]),
        tests("Pipeline", ["ECASKit", "ECASDriverTesting", .logging]),
    ]
)
