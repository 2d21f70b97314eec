extension Schema {
    /// The schema of a tenant's database.
    ///
    /// Add a migration at the end for every change; never touch the others.
    ///
    /// The large tables have few indexes, and every one but that of the extensions grows at its end. Their keys come from
    /// the table `counter`. They refer to each other without foreign keys: looking up the other row would cost each
    /// insert, and raw records are removed earlier than their calls.
    public static let tenant = Schema(
        name: "tenant",
        migrations: [
            Migration(
                "raw records, calls, suspense, checkpoints, tariffs",
                [
                    Counter.table,
                    Counter.rawRecord.creation,
                    Counter.call.creation,
                    """
                    CREATE TABLE raw_record (
                        id {key}, pbx_id BIGINT NOT NULL, stream BIGINT NOT NULL, sequence BIGINT NOT NULL,
                        stream_offset BIGINT NOT NULL, received_at BIGINT NOT NULL, bytes {bytes} NOT NULL,
                        content_time BIGINT NOT NULL, content_hash BIGINT NOT NULL,
                        UNIQUE (pbx_id, content_time, content_hash))
                    """,
                    callTable,
                    "CREATE INDEX call_by_start ON call (start_at)",
                    "CREATE INDEX call_by_pbx ON call (pbx_id, start_at)",
                    "CREATE INDEX call_by_extension ON call (extension, start_at)",
                    """
                    CREATE TABLE call_quality (
                        id {identity}, pbx_id BIGINT NOT NULL, call_key TEXT NOT NULL, raw_record_id BIGINT NOT NULL,
                        call_leg TEXT, row_ref TEXT, leg TEXT, device TEXT, extension TEXT, measured_at BIGINT,
                        duration_s BIGINT, packets_sent BIGINT, packets_received BIGINT, packets_lost BIGINT,
                        jitter_ms BIGINT, latency_ms BIGINT, concealed_s BIGINT, mos_thousandths BIGINT, codec TEXT)
                    """,
                    "CREATE INDEX call_quality_by_call ON call_quality (pbx_id, call_key)",
                    """
                    CREATE TABLE suspense (
                        id {identity}, raw_record_id BIGINT NOT NULL, pbx_id BIGINT NOT NULL,
                        reason_code TEXT NOT NULL, reason TEXT NOT NULL, state TEXT NOT NULL,
                        created_at BIGINT NOT NULL)
                    """,
                    "CREATE INDEX suspense_by_state ON suspense (state, id)",
                    """
                    CREATE TABLE checkpoint (
                        pbx_id BIGINT NOT NULL, stream BIGINT NOT NULL, last_sequence BIGINT NOT NULL,
                        parser_memory {bytes} NOT NULL, assembler_memory {bytes} NOT NULL,
                        pipeline_memory {bytes} NOT NULL, ended BIGINT NOT NULL, updated_at BIGINT NOT NULL,
                        PRIMARY KEY (pbx_id, stream))
                    """,
                    """
                    CREATE TABLE tariff (
                        id {identity}, name TEXT NOT NULL, definition TEXT NOT NULL, valid_from BIGINT NOT NULL,
                        created_at BIGINT NOT NULL, UNIQUE (name, valid_from))
                    """,
                    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
                ])
        ])

    /// The columns as ``CallRow`` has them; a test compares both.
    private static let callTable = """
        CREATE TABLE call (
            id {key}, raw_record_id BIGINT, pbx_id BIGINT NOT NULL, site_id BIGINT NOT NULL,
            call_ref TEXT, thread TEXT, leg TEXT, related_leg TEXT, row_ref TEXT, sequence BIGINT, node TEXT,
            start_at BIGINT NOT NULL, start_offset BIGINT, start_absent BIGINT, answer_at BIGINT, answer_offset BIGINT,
            end_at BIGINT, end_offset BIGINT,
            duration_s BIGINT, ring_s BIGINT, hold_s BIGINT, park_s BIGINT, queue_s BIGINT,
            time_precision BIGINT NOT NULL, time_marks BIGINT NOT NULL,
            calling TEXT, called TEXT, dialed TEXT, extension TEXT, calling_name TEXT, called_name TEXT,
            network_calling TEXT, calling_verification TEXT, sent TEXT, direct_dial_in TEXT, connected TEXT,
            mobile TEXT, user_name TEXT, calling_device TEXT, called_device TEXT, forwarding TEXT, transferring TEXT,
            first_answering TEXT, hunt_group TEXT,
            trunk_in TEXT, trunk_out TEXT, trunk_in_member TEXT, trunk_out_member TEXT, route TEXT,
            account_code TEXT, auth_code TEXT, auth_description TEXT, auth_level BIGINT, cost_centre TEXT, company TEXT,
            direction BIGINT, call_class BIGINT, disposition BIGINT, segment BIGINT NOT NULL, flags BIGINT NOT NULL,
            not_chargeable BIGINT, redirect_reason TEXT,
            cause TEXT, q850 BIGINT, released_by BIGINT,
            meter_pulses BIGINT, pbx_amount_nanounits BIGINT, pbx_currency TEXT,
            layout TEXT, record_index BIGINT NOT NULL, received_at BIGINT,
            price_state BIGINT NOT NULL, price_reason TEXT, carrier_cost_nanounits BIGINT, carrier_currency TEXT,
            charge_nanounits BIGINT, charge_currency TEXT, tariff TEXT, trace TEXT,
            details TEXT)
        """
}
