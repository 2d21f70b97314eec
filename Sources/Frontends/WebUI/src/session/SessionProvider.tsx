import { createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { Client, logIn } from "../api/client";
import { Problem } from "../api/problem";
import type { User } from "../api/types";

const storageKey = "ecas.token";

/** Why the log-in is shown, when it was not asked for. */
export type LoginNote = "expired" | "unreachable";

type SessionState =
  | { readonly phase: "restoring" }
  | { readonly phase: "logged-out"; readonly note?: LoginNote }
  | { readonly phase: "logged-in"; readonly client: Client; readonly user: User };

interface SessionActions {
  readonly logIn: (user: string, password: string) => Promise<void>;
  readonly logOut: () => void;
}

const StateContext = createContext<SessionState>({ phase: "restoring" });
const ActionsContext = createContext<SessionActions | undefined>(undefined);

/** Keeps who is logged in. The token lives as long as the browser tab. */
export function SessionProvider({ children }: { readonly children: ReactNode }): JSX.Element {
  const [state, setState] = useState<SessionState>({ phase: "restoring" });

  const end = useCallback((note?: LoginNote) => {
    sessionStorage.removeItem(storageKey);
    setState({ phase: "logged-out", ...(note && { note }) });
  }, []);
  const connect = useCallback((token: string) => new Client(token, () => end("expired")), [end]);

  useEffect(() => {
    const token = sessionStorage.getItem(storageKey);
    if (token === null) {
      setState({ phase: "logged-out" });
      return undefined;
    }
    const abort = new AbortController();
    const client = connect(token);
    client.me(abort.signal).then(
      (user) => setState({ phase: "logged-in", client, user }),
      (thrown: unknown) => {
        if (abort.signal.aborted) return;
        // A refused token has been dealt with by the client; one that could not be asked about is kept.
        if (Problem.from(thrown).status === Problem.unauthorised) return;
        setState({ phase: "logged-out", note: "unreachable" });
      },
    );
    return () => abort.abort();
  }, [connect]);

  const actions = useMemo<SessionActions>(() => ({
    logIn: async (name, password) => {
      const { access_token: token, user } = await logIn(name, password);
      sessionStorage.setItem(storageKey, token);
      setState({ phase: "logged-in", client: connect(token), user });
    },
    logOut: () => end(),
  }), [connect, end]);

  return (
    <ActionsContext.Provider value={actions}>
      <StateContext.Provider value={state}>{children}</StateContext.Provider>
    </ActionsContext.Provider>
  );
}

export function useSessionState(): SessionState {
  return useContext(StateContext);
}

export function useSessionActions(): SessionActions {
  const actions = useContext(ActionsContext);
  if (actions === undefined) throw new Error("useSessionActions is used outside SessionProvider.");
  return actions;
}

/** The API client and the user, for the views behind the log-in. */
export function useSession(): { readonly client: Client; readonly user: User } {
  const state = useContext(StateContext);
  if (state.phase !== "logged-in") throw new Error("useSession is used while nobody is logged in.");
  return state;
}
