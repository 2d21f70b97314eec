import { useEffect, useState } from "react";
import type { FormEvent } from "react";
import { Problem } from "../api/problem";
import { Brand } from "../components/Brand";
import { Notice } from "../components/Notice";
import { problemText } from "../components/problemText";
import { Preferences } from "../shell/Preferences";
import { useText } from "../text/TextProvider";
import type { LoginNote } from "./SessionProvider";
import { useSessionActions } from "./SessionProvider";

/** The log-in; `note` says why it is shown when the user did not ask for it. */
export function Login({ note }: { readonly note: LoginNote | undefined }): JSX.Element {
  const { t } = useText();
  const { logIn } = useSessionActions();
  const [user, setUser] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const title = t("login.title");
  useEffect(() => {
    document.title = `${title} – ECAS`;
  }, [title]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await logIn(user.trim(), password);
    } catch (thrown) {
      setProblem(Problem.from(thrown));
      setPassword("");
      setBusy(false);
      document.getElementById("login-password")?.focus();
    }
  };

  return (
    <main className="login">
      <form className="login-card" onSubmit={(event) => void submit(event)}>
        <Brand />
        <h1>{title}</h1>
        <p className="login-subtitle">{t("login.subtitle")}</p>
        {problem && <Notice tone="bad">{loginProblemText(problem, t)}</Notice>}
        {!problem && note && <Notice tone="info">{t(`login.note.${note}`)}</Notice>}
        <label className="field" htmlFor="login-user">
          <span>{t("login.user")}</span>
          <input
            id="login-user" name="user" type="text" autoComplete="username" autoCapitalize="none" spellCheck={false}
            autoFocus required value={user} onChange={(event) => setUser(event.target.value)}
          />
        </label>
        <label className="field" htmlFor="login-password">
          <span>{t("login.password")}</span>
          <input
            id="login-password" name="password" type="password" autoComplete="current-password" required
            value={password} onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <button className="button button-primary" type="submit" disabled={busy}>
          {t(busy ? "login.busy" : "login.submit")}
        </button>
      </form>
      <Preferences />
    </main>
  );
}

function loginProblemText(problem: Problem, t: ReturnType<typeof useText>["t"]): string {
  return problem.status === Problem.unauthorised ? t("login.wrong") : problemText(problem, t);
}
