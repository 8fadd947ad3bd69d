import { csvFormat } from "./csv.ts";
import type { Format } from "./format.ts";
import { htmlFormat } from "./html.ts";
import { jsonFormat } from "./json.ts";

/** Every way to write a run down. */
export const formats: readonly Format[] = [htmlFormat, jsonFormat, csvFormat];
