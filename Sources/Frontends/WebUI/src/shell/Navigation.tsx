import { useRef } from "react";
import type { MouseEvent, ReactNode } from "react";
import { Brand } from "../components/Brand";
import type { IconName } from "../components/Icon";
import { Icon } from "../components/Icon";
import { useSession, useSessionActions } from "../session/SessionProvider";
import { useText } from "../text/TextProvider";
import { Preferences } from "./Preferences";
import type { View } from "./route";
import { hashOf, navigate } from "./route";

const views: readonly { readonly view: View; readonly icon: IconName }[] = [
  { view: "calls", icon: "calls" },
  { view: "pbxs", icon: "network" },
];

interface NavigationProps {
  readonly view: View;
  /** How many PBXs have failed: shown beside their view from anywhere. */
  readonly failing: number;
}

/** The rail at the side; a bar at the top of narrow screens. */
export function Navigation({ view, failing }: NavigationProps): JSX.Element {
  const { t } = useText();
  return (
    <header className="rail">
      <Brand />
      <nav className="nav" aria-label={t("nav.label")}>
        {views.map((entry) => (
          <NavigationLink key={entry.view} {...entry} current={entry.view === view}>
            {t(`nav.${entry.view}`)}
            {entry.view === "pbxs" && failing > 0 && (
              <span className="badge" aria-label={t("nav.failing", { count: failing })}>{failing}</span>
            )}
          </NavigationLink>
        ))}
      </nav>
      <Account />
    </header>
  );
}

interface NavigationLinkProps {
  readonly view: View;
  readonly icon: IconName;
  readonly current: boolean;
  readonly children: ReactNode;
}

function NavigationLink({ view, icon, current, children }: NavigationLinkProps): JSX.Element {
  const target = { view, parameters: new URLSearchParams() };
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigate(target);
  };
  return (
    <a className="nav-link" href={hashOf(target)} onClick={follow} {...(current && { "aria-current": "page" })}>
      <Icon name={icon} />
      {children}
    </a>
  );
}

/** Who is logged in and what they can set; behind a button on narrow screens. */
function Account(): JSX.Element {
  const { t } = useText();
  const { user } = useSession();
  const { logOut } = useSessionActions();
  const panel = useRef<HTMLDivElement>(null);
  const toggle = (): void => {
    const open = panel.current?.toggleAttribute("data-open") ?? false;
    document.getElementById("account-button")?.setAttribute("aria-expanded", String(open));
  };
  return (
    <div className="account">
      <button
        id="account-button" className="icon-button account-button" type="button" aria-expanded="false"
        aria-controls="account-panel" aria-label={t("account.settings")} onClick={toggle}
      >
        <Icon name="settings" />
      </button>
      <div id="account-panel" className="account-panel" ref={panel}>
        <Preferences />
        <div className="account-user">
          <span className="account-names">
            <span className="account-name">{user.display_name ?? user.name}</span>
            {user.role !== undefined && <span className="account-role">{user.role}</span>}
          </span>
          <button className="icon-button" type="button" onClick={logOut} aria-label={t("account.logOut")}
            title={t("account.logOut")}>
            <Icon name="logout" />
          </button>
        </div>
      </div>
    </div>
  );
}
