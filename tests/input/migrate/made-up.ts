import type { Migration } from "../../../src/input/migrate/migration.ts";
import { isMap } from "../../../src/input/yaml-package.ts";

/**
 * A made-up road for tests: in format 1 levers would have had `begins` instead of `start`, and a workspace `figures`
 * instead of `data`; format 3 would count exits as those who stay.
 */
export const madeUp: readonly Migration[] = [
  {
    file: "scenario",
    from: 1,
    note: "Levers say start where they said begins, as everything else that has a first day does.",
    change(document) {
      const levers = document.get("levers");
      if (!isMap(levers)) return;
      for (const { value: lever } of levers.items) {
        if (!isMap(lever)) continue;
        for (const { key } of lever.items) if (isKey(key, "begins")) key.value = "start";
      }
    },
  },
  {
    file: "workspace",
    from: 1,
    note: "The figures of a workspace are called data.",
    change(document) {
      const { contents } = document;
      if (isMap(contents)) for (const { key } of contents.items) if (isKey(key, "figures")) key.value = "data";
    },
  },
  {
    file: "workspace",
    from: 2,
    note: "The seed of the random numbers stands with the run.",
    change(document) {
      const seed = document.get("seed");
      if (seed === undefined) return;
      document.delete("seed");
      document.setIn(["run", "seed"], seed);
    },
  },
];

function isKey(key: unknown, name: string): key is { value: string } {
  return typeof key === "object" && key !== null && "value" in key && key.value === name;
}
