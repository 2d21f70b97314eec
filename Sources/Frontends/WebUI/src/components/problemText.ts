import type { Problem } from "../api/problem";
import type { Translate } from "../text/TextProvider";

/** A sentence for the user: the server's own where it sent one. */
export function problemText(problem: Problem, t: Translate): string {
  if (problem.status === 0) return t("problem.unreachable");
  if (problem.detail !== undefined) return problem.detail;
  if (problem.status === 403) return t("problem.forbidden");
  return t("problem.other", { title: problem.message });
}
