import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { writeParquet } from "../../../src/report/formats/parquet.ts";
import type { Cell, TableColumn } from "../../../src/report/tables/table.ts";

const columns: TableColumn[] = [
  { key: "scheme", type: "string", describe: "Scheme" },
  { key: "people", type: "integer", describe: "Persons" },
  { key: "met", type: "boolean", describe: "Met" },
];

/** Makes rows one by one and notes how many of them had been asked for when bytes came. */
function written(count: number) {
  const parts: Uint8Array[] = [];
  const askedAt: number[] = [];
  let asked = 0;
  function* rows(): Generator<readonly Cell[]> {
    for (; asked < count; asked++) yield [asked % 3 === 0 ? null : `s-${asked % 7}`, asked * 1e6, asked % 2 === 0];
  }
  writeParquet(columns, rows(), (bytes) => {
    parts.push(bytes);
    askedAt.push(asked);
  });
  return { file: new Uint8Array(Buffer.concat(parts)).buffer, askedAt };
}

test("a long table is handed on a row group at a time and reads back whole", async () => {
  const { file, askedAt } = written(25_000);
  expect(parquetMetadata(file).row_groups.map((group) => Number(group.num_rows))).toEqual([10_000, 10_000, 5_000]);
  expect(askedAt[0]).toBeLessThan(10_001);
  const rows = await parquetReadObjects({ file });
  expect(rows).toHaveLength(25_000);
  expect(rows[0]).toEqual({ scheme: null, people: 0, met: true });
  expect(rows[24_999]).toEqual({ scheme: null, people: 24_999e6, met: false });
  expect(rows[24_998]).toEqual({ scheme: "s-1", people: 24_998e6, met: true });
});

test("a table without rows is a file with its columns", async () => {
  const { file } = written(0);
  expect(parquetMetadata(file).schema.map(({ name }) => name)).toEqual(["root", "scheme", "people", "met"]);
  expect(await parquetReadObjects({ file })).toEqual([]);
});
