import { useState } from "react";
import type { Timestamp } from "../api/types";
import { Icon } from "../components/Icon";
import { useText } from "../text/TextProvider";

interface RawRecordProps {
  readonly text: string;
  readonly received_at?: Timestamp;
}

/** What the PBX sent, as it sent it. */
export function RawRecord({ text, received_at: received }: RawRecordProps): JSX.Element {
  const { t, formats } = useText();
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(() => setCopied(true), () => setCopied(false));
  };
  return (
    <section className="facts raw">
      <h3>{t("details.raw")}</h3>
      {/* Browsers give the clipboard only to pages served over TLS or from this computer. */}
      {window.isSecureContext && (
        <button className="button button-quiet raw-copy" type="button" onClick={copy}>
          <Icon name={copied ? "check" : "copy"} />
          <span aria-live="polite">{t(copied ? "details.copied" : "details.copy")}</span>
        </button>
      )}
      <pre className="raw-text" dir="ltr" tabIndex={0}>{text}</pre>
      {received !== undefined && <p className="raw-received">{t("field.received_at")}: {formats.moment(received)}</p>}
    </section>
  );
}
