// The door to csv-parse. It is JavaScript with its types beside it, because the package's own types bring in those of
// Node, and with them every pure file could use `process` without the compiler's notice.
export { parse } from "csv-parse/sync";
