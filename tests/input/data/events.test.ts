import { expect, test } from "vitest";
import { parseCsv } from "../../../src/input/csv.ts";
import { eventColumns, readEvents } from "../../../src/input/data/events.ts";
import { localColumns } from "../../../src/input/data/local-columns.ts";
import { Problems } from "../../../src/input/problems.ts";

const names = { schemes: new Set(["si"]), bases: null, sources: null };

function read(head: string, row: string) {
  const problems = new Problems();
  const { rows } = parseCsv(
    { file: "events.csv", text: `${head}\n${row}\n` },
    localColumns<string>(eventColumns, "title", head.split(",")) as typeof eventColumns,
  );
  return readEvents(rows ?? [], names, problems)[0]?.title;
}

test("an event has a title in every language that the table has a column for", () => {
  const head = "date,scheme,title,title_vi,title_id,direction,effect,unit,source,note";
  expect(read(head, "2025-07-01,si,A law,Một luật,Undang-undang,up,,,,")).toEqual({
    en: "A law",
    vi: "Một luật",
    id: "Undang-undang",
  });
  expect(read(head, "2025-07-01,si,A law,,,up,,,,")).toEqual({ en: "A law" });
});

test("a table of events needs no language but English", () => {
  expect(read("date,scheme,title,direction,effect,unit,source,note", "2025-07-01,si,A law,up,,,,")).toEqual({
    en: "A law",
  });
});
