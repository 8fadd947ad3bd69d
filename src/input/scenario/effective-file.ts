import type { Scenario } from "../../core/domain.ts";
import { leverKind } from "../../core/levers/index.ts";
import type { Placed } from "../check-shape.ts";
import { Document, isCollection, isPair, isScalar, visit } from "../yaml-package.ts";
import { isMap } from "../yaml-tree.ts";

/** Keys of a scenario in the order in which the canonical file has them. */
const order = [
  "schema",
  "id",
  "title",
  "question",
  "references",
  "leavesOut",
  "trend",
  "world",
  "levers",
  "expect",
  "solve",
] as const;

/** Keys of a lever before and after those of its kind. */
const first = ["kind", "scheme", "base", "title", "start", "end", "lag", "ramp", "fade"];
const last = ["decidedBy", "beyondTrend", "replacesTrendShare", "passesOn", "evidence", "unitCost", "slider", "note"];

/**
 * Writes a scenario with all that it inherits as one file of its own, in one order of keys and numbers as they were
 * written. Read back, it is the same scenario: nothing is left to parents but what the workspace itself says.
 */
export function effectiveFile(scenario: Scenario, { value }: Placed): string {
  const root: Record<string, unknown> = { ...(value as Record<string, unknown>), references: scenario.references };
  const levers = isMap(root.levers) ? root.levers : {};
  const inForce = scenario.levers.map(({ id, kind }) => [id, leverInOrder(levers[id], kind)] as const);
  const whole: Record<string, unknown> = { ...root, levers: Object.fromEntries(inForce) };
  const document = new Document(
    Object.fromEntries(order.flatMap((key) => (isEmpty(whole[key]) ? [] : [[key, whole[key]] as const]))),
    // Two equal parts are two, not one with an alias.
    { aliasDuplicateObjects: false },
  );
  document.commentBefore = [
    " yaml-language-server: $schema=../schemas/scenario.schema.json",
    "",
    ` All of ${scenario.id} in one file: what it inherits is written out.`,
  ].join("\n");
  layOut(document);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function leverInOrder(lever: unknown, kind: string): Record<string, unknown> {
  const all = isMap(lever) ? lever : {};
  const found = leverKind(kind);
  const own = [...Object.keys(found?.parameters ?? {}), ...Object.keys(found?.tables ?? {})];
  const keys = [...first, ...own, ...last].filter((key) => Object.hasOwn(all, key));
  return Object.fromEntries(keys.map((key) => [key, all[key]]));
}

const isEmpty = (value: unknown) =>
  value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0);

/** Writes what lies deep on one line, and years as the numbers that they are. */
function layOut(document: Document): void {
  const blocks = new Set(["trend", "world", "levers"]);
  visit(document, {
    Collection(_, node, path) {
      const keys = path.flatMap((step) => (isPair(step) && isScalar(step.key) ? [String(step.key.value)] : []));
      const deep = blocks.has(keys[0]) ? 3 : 1;
      const list = ["leavesOut", "expect", "solve"].includes(keys[0]);
      const inList = list && path.some((step) => isCollection(step) && step !== node && step !== document.contents);
      if (list ? inList : keys.length >= deep) node.flow = true;
    },
    Pair(_, { key }) {
      if (isScalar(key) && typeof key.value === "string" && /^\d{4}$/.test(key.value)) key.value = Number(key.value);
    },
  });
}
