import { Login } from "./session/Login";
import { SessionProvider, useSessionState } from "./session/SessionProvider";
import { Shell } from "./shell/Shell";
import { TextProvider } from "./text/TextProvider";

/** The page: texts, then who is logged in, then the views. */
export function App(): JSX.Element {
  return (
    <TextProvider>
      <SessionProvider>
        <Gate />
      </SessionProvider>
    </TextProvider>
  );
}

function Gate(): JSX.Element | null {
  const state = useSessionState();
  switch (state.phase) {
    case "restoring": return null;
    case "logged-out": return <Login note={state.note} />;
    case "logged-in": return <Shell />;
  }
}
