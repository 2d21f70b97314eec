import { Problem } from "./problem";
import type { CallDetails, CallPage, CallQuery, SessionGrant, SystemStatus, User } from "./types";

const base = "/api/v1";

/** Opens a session. Throws a `Problem` with status 401 when user or password is wrong. */
export function logIn(user: string, password: string): Promise<SessionGrant> {
  return request<SessionGrant>("/session", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ user, password }),
  });
}

/** The REST API as one user sees it. Every method throws a `Problem`. */
export class Client {
  readonly #token: string;
  readonly #onUnauthorised: () => void;

  /** `onUnauthorised` is called when the server no longer accepts the token. */
  constructor(token: string, onUnauthorised: () => void) {
    this.#token = token;
    this.#onUnauthorised = onUnauthorised;
  }

  async me(signal?: AbortSignal): Promise<User> {
    return (await this.#get<{ user: User }>("/me", signal)).user;
  }

  calls(query: CallQuery, signal?: AbortSignal): Promise<CallPage> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== "") parameters.set(name, String(value));
    }
    return this.#get<CallPage>(`/calls?${parameters.toString()}`, signal);
  }

  call(id: string, signal?: AbortSignal): Promise<CallDetails> {
    return this.#get<CallDetails>(`/calls/${encodeURIComponent(id)}`, signal);
  }

  status(signal?: AbortSignal): Promise<SystemStatus> {
    return this.#get<SystemStatus>("/status", signal);
  }

  async #get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
    try {
      return await request<Answer>(path, {
        headers: { Authorization: `Bearer ${this.#token}` },
        cache: "no-store",
        ...(signal && { signal }),
      });
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.status === Problem.unauthorised) this.#onUnauthorised();
      throw thrown;
    }
  }
}

async function request<Answer>(path: string, options: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(base + path, options);
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === "AbortError") throw thrown;
    throw Problem.unreachable();
  }
  if (!response.ok) throw await Problem.of(response);
  return await response.json() as Answer;
}
