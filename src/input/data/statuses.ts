import type { Status } from "../../core/domain.ts";

/** How a figure came to be, in the order of preference. */
export const statuses = ["actual", "estimate", "derived", "projection"] as const satisfies readonly Status[];
