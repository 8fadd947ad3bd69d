import type { Statement } from "../../core/domain.ts";
import type { Checked } from "../../core/errors.ts";
import { parseCsv } from "../csv.ts";
import { Cells } from "../data/cells.ts";
import { Problems } from "../problems.ts";
import { idPattern } from "../schema/shape.ts";
import type { SourceText } from "../source-text.ts";

const columns = ["id", "scheme", "year", "measure", "value", "kind", "stated", "by", "source", "note"] as const;

/** Ids that a statement may name. */
export interface StatementNames {
  readonly schemes: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** Reads what officials stated of coming year ends; every statement names a source. */
export function readStatements(source: SourceText, names: StatementNames): Checked<readonly Statement[]> {
  const problems = new Problems();
  const table = parseCsv(source, columns);
  problems.add(...table.diagnostics);
  const seen = new Map<string, number>();
  const statements = (table.rows ?? []).flatMap((row): Statement[] => {
    const cells = new Cells(row, problems);
    const id = cells.required("id");
    const first = seen.get(id);
    if (first !== undefined)
      cells.refuse(
        "id",
        "duplicate-id",
        `the statement ${id} stands twice, first in line ${first}`,
        "give it another id",
      );
    else if (id !== "" && !idPattern.test(id))
      cells.refuse(
        "id",
        "bad-id",
        `id is ${id}, expected lower-case letters, digits and hyphens`,
        "write si-2030-plan",
      );
    seen.set(id, first ?? row.at("id").line);
    const people = cells.choice("measure", ["coverage_pct", "participants"]) === "participants";
    cells.required("value");
    cells.required("source");
    const value = people ? cells.count("value") : cells.percent("value");
    const statement: Statement = {
      id,
      scheme: cells.name("scheme", "scheme", names.schemes),
      year: cells.year("year"),
      measure: people ? "participants" : "coverage",
      value: value?.value ?? 0,
      kind: cells.choice("kind", ["forecast", "plan"]),
      stated: cells.optionalDate("stated"),
      by: cells.required("by"),
      sources: cells.sources("source", names.sources),
      note: cells.text("note"),
    };
    return cells.broken ? [] : [statement];
  });
  return problems.close(() => statements);
}
