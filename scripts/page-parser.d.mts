/** Stands in for `mathjs/number`, as far as formulas are parsed. */
export { create, parseDependencies } from "mathjs/number";
