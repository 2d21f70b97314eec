// What the REST API answers. A key that is absent is unknown: nothing is guessed.

/** An instant as RFC 3339 text: the wall clock where it happened, with its UTC offset. */
export type Timestamp = string;

/** A decimal number as text, so that money never passes through a binary fraction. */
export type Decimal = string;

export const directions = ["inbound", "outbound", "internal", "tandem"] as const;
export type Direction = typeof directions[number];

export const dispositions = ["answered", "unanswered", "busy", "failed", "abandoned"] as const;
export type Disposition = typeof dispositions[number];

export const callClasses = [
  "internal", "local", "national", "mobile", "international", "premium", "shared-cost", "toll-free", "emergency",
  "special", "private-network", "voice-mail",
] as const;
export type CallClass = typeof callClasses[number];

export interface User {
  readonly name: string;
  readonly display_name?: string;
  readonly role?: string;
  readonly permissions: readonly string[];
}

/** The answer to a log-in. */
export interface SessionGrant {
  readonly access_token: string;
  readonly token_type: "Bearer";
  /** How long the token is good for, in seconds. */
  readonly expires_in: number;
  readonly user: User;
}

/** An error as RFC 9457 describes it. */
export interface ProblemDocument {
  readonly title?: string;
  readonly detail?: string;
  readonly status?: number;
}

export interface NamedReference {
  readonly id: string;
  readonly name: string;
}

export interface CallPrice {
  readonly state: "rated" | "unrated" | "failed";
  /** What the carrier charges the company. */
  readonly carrier_cost?: Decimal;
  /** What the company charges the user, department or customer. */
  readonly charge?: Decimal;
  readonly currency?: string;
  readonly tariff?: string;
  /** Why the price is not known, or is nought. */
  readonly reason?: string;
  /** How the price came about, one sentence a step; only with a single call. */
  readonly explanation?: readonly string[];
}

/** One talk segment charged to one party. */
export interface Call {
  readonly id: string;
  readonly pbx: NamedReference;
  readonly start?: Timestamp;
  readonly answer?: Timestamp;
  readonly end?: Timestamp;
  readonly duration_s?: number;
  readonly ring_s?: number;
  readonly direction?: Direction;
  readonly class?: CallClass;
  readonly disposition?: Disposition;
  readonly calling?: string;
  readonly called?: string;
  readonly dialed?: string;
  readonly extension?: string;
  readonly trunk_in?: string;
  readonly trunk_out?: string;
  readonly account_code?: string;
  readonly auth_code?: string;
  /** The PBX's own identifier of the call. */
  readonly call_id?: string;
  /** The conversation that this segment belongs to. */
  readonly thread?: string;
  readonly transferred?: boolean;
  readonly conference?: boolean;
  readonly forwarded?: boolean;
  readonly voice_mail?: boolean;
  readonly meter_pulses?: number;
  /** What the PBX itself says the call cost. */
  readonly cost?: Decimal;
  readonly currency?: string;
  /** The release cause as the PBX reports it. */
  readonly cause?: string;
  readonly price?: CallPrice;
}

/** One call with what it was read from. */
export interface CallDetails extends Call {
  readonly raw_record?: {
    readonly text: string;
    readonly received_at?: Timestamp;
  };
}

/** Calls, newest first. */
export interface CallPage {
  readonly calls: readonly Call[];
  /** Where the older calls start; absent when there are none. */
  readonly next?: string;
}

/** Which calls are asked for; an absent key does not limit. */
export interface CallQuery {
  readonly from?: Timestamp;
  readonly to?: Timestamp;
  readonly extension?: string;
  readonly direction?: Direction;
  readonly pbx?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export type CollectorState = "running" | "stopped";

export interface CollectorStatus {
  readonly id: string;
  readonly name: string;
  /** Whether `running` still holds, the heartbeat says. */
  readonly state: CollectorState;
  readonly started_at?: Timestamp;
  readonly heartbeat_at?: Timestamp;
}

export const pbxStates = [
  "listening", "connected", "connecting", "waiting", "polling", "failed", "stopped", "unknown",
] as const;
export type PBXState = typeof pbxStates[number];

export type Transport = "tcp-listen" | "tcp-connect" | "folder";

export interface PBXStatus {
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  readonly vendor?: string;
  readonly product?: string;
  readonly transport: Transport;
  readonly address?: string;
  readonly enabled: boolean;
  /** A `PBXState`, or a word that the page does not know yet. */
  readonly state: string;
  readonly message?: string;
  /** Raw records taken in: the sum of the next four and of those still on their way. */
  readonly received: number;
  readonly stored: number;
  readonly suspended: number;
  readonly duplicate: number;
  readonly skipped: number;
  readonly last_record_at?: Timestamp;
  /** From the arrival of a record to its being stored, in milliseconds. */
  readonly lag_ms?: number;
  readonly updated_at?: Timestamp;
}

export interface SystemStatus {
  readonly server_time: Timestamp;
  readonly collectors: readonly CollectorStatus[];
  readonly pbxs: readonly PBXStatus[];
}
