import type { Command } from "../command.ts";
import { init } from "./init.ts";
import { open } from "./open.ts";

/** All commands, in the order of the help. A new one is a file here and a line in this list. */
export const commands: readonly Command<never>[] = [init, open];
