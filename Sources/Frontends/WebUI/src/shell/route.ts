import { useMemo, useSyncExternalStore } from "react";

export type View = "calls" | "pbxs";

/** Where the user is: kept in the address, so that reloading, going back and sharing a link work. */
export interface Route {
  readonly view: View;
  /** The call whose details are open. */
  readonly call?: string;
  readonly parameters: URLSearchParams;
}

/** `#/calls/42?direction=inbound` as a route; an address that means nothing is the list of calls. */
export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [view, call] = path.split("/", 2);
  const parameters = new URLSearchParams(query);
  if (view === "pbxs") return { view, parameters };
  return { view: "calls", parameters, ...(call && { call: decoded(call) }) };
}

/** A piece of an address; one that a hand has broken is taken as it is. */
function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}

/** The address of a route. */
export function hashOf(route: Route): string {
  const path = route.call === undefined ? route.view : `${route.view}/${encodeURIComponent(route.call)}`;
  const query = route.parameters.toString();
  return `#/${path}${query === "" ? "" : `?${query}`}`;
}

const listeners = new Set<() => void>();

/** Goes to a route; `replace` leaves no step to go back to. */
export function navigate(route: Route, { replace = false } = {}): void {
  const hash = hashOf(route);
  if (replace) window.history.replaceState(null, "", hash);
  else window.history.pushState(null, "", hash);
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}
