extension Schema {
    /// The schema of the master database.
    ///
    /// Add a migration at the end for every change; never touch the others.
    public static let master = Schema(
        name: "master",
        migrations: [
            Migration(
                "tenants, sites, PBXs, collectors, users",
                [
                    Counter.table,
                    Counter.configuration.creation,
                    """
                    CREATE TABLE tenant (
                        id {identity}, name TEXT NOT NULL UNIQUE, database_address TEXT NOT NULL)
                    """,
                    """
                    CREATE TABLE site (
                        id {identity}, tenant_id BIGINT NOT NULL REFERENCES tenant (id), name TEXT NOT NULL,
                        zone TEXT NOT NULL, number_plan TEXT NOT NULL,
                        UNIQUE (tenant_id, name), UNIQUE (id, tenant_id))
                    """,
                    """
                    CREATE TABLE pbx (
                        id {identity}, tenant_id BIGINT NOT NULL, site_id BIGINT NOT NULL, name TEXT NOT NULL,
                        driver_id TEXT NOT NULL, transport TEXT NOT NULL, host TEXT, port BIGINT, folder TEXT,
                        processed_folder TEXT, driver_settings TEXT NOT NULL, layout TEXT, enabled BIGINT NOT NULL,
                        created_at BIGINT NOT NULL,
                        UNIQUE (tenant_id, name), FOREIGN KEY (site_id, tenant_id) REFERENCES site (id, tenant_id))
                    """,
                    """
                    CREATE TABLE collector (
                        id {identity}, name TEXT NOT NULL UNIQUE, started_at BIGINT NOT NULL,
                        heartbeat_at BIGINT NOT NULL, version TEXT NOT NULL, state TEXT NOT NULL)
                    """,
                    // Without references: a collector may report on a PBX that was removed a moment ago.
                    """
                    CREATE TABLE source_status (
                        pbx_id BIGINT PRIMARY KEY, collector_id BIGINT NOT NULL, state TEXT NOT NULL, message TEXT,
                        received BIGINT NOT NULL, stored BIGINT NOT NULL, suspended BIGINT NOT NULL,
                        duplicate BIGINT NOT NULL, skipped BIGINT NOT NULL, last_record_at BIGINT, lag_ms BIGINT,
                        updated_at BIGINT NOT NULL)
                    """,
                    """
                    CREATE TABLE app_user (
                        id {identity}, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL,
                        password_hash TEXT NOT NULL, role TEXT NOT NULL, tenant_id BIGINT REFERENCES tenant (id),
                        disabled BIGINT NOT NULL, created_at BIGINT NOT NULL)
                    """,
                    """
                    CREATE TABLE signing_key (
                        id TEXT PRIMARY KEY, private_key_pem TEXT NOT NULL, created_at BIGINT NOT NULL,
                        retired_at BIGINT)
                    """,
                    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
                ])
        ])
}
