/** One record with where it came from. */
export interface CsvRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** Says what csv-parse stumbled over. */
export interface CsvFault extends Error {
  readonly code: string;
  readonly lines: number;
}

/** The options that this program uses. */
export interface CsvOptions {
  readonly bom: boolean;
  readonly info: true;
  readonly relax_column_count: boolean;
  readonly skip_empty_lines: boolean;
  /** Records read at most. */
  readonly to: number;
  readonly max_record_size: number;
}

export function parse(text: string, options: CsvOptions): CsvRecord[];
