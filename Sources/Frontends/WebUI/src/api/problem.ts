import type { ProblemDocument } from "./types";

/** Why a request failed: what the server said, or that it could not be reached. */
export class Problem extends Error {
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
  /** The server's own sentence; absent when it sent none. */
  readonly detail: string | undefined;

  constructor(status: number, title: string, detail?: string) {
    super(title);
    this.name = "Problem";
    this.status = status;
    this.detail = detail;
  }

  static readonly unauthorised = 401;

  static unreachable(): Problem {
    return new Problem(0, "unreachable");
  }

  /** Reads the problem document of an answer; an answer without one keeps its HTTP status. */
  static async of(response: Response): Promise<Problem> {
    const document = await readDocument(response);
    return new Problem(response.status, document.title ?? `HTTP ${response.status}`, document.detail);
  }

  /** Any thrown value as a problem, so that views have one kind to show. */
  static from(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown;
    return new Problem(0, thrown instanceof Error ? thrown.message : String(thrown));
  }
}

async function readDocument(response: Response): Promise<ProblemDocument> {
  const type = response.headers.get("content-type") ?? "";
  if (!type.includes("json")) return {};
  try {
    return await response.json() as ProblemDocument;
  } catch {
    // A proxy may cut the body short: the status alone still says what went wrong.
    return {};
  }
}
