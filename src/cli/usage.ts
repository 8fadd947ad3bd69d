import { either } from "../input/either.ts";
import { nearest } from "../input/nearest.ts";
import type { Command, Parameter } from "./command.ts";

/** Rewrites a complaint of the argument parser into what was typed, what was probably meant, and where to look. */
export function explainUsage(
  message: string,
  argv: readonly string[],
  commands: readonly Command<never>[],
  globals: Readonly<Record<string, Parameter>>,
): string {
  const names = commands.map(nameOf);
  const command = commands.find((candidate) => argv.includes(nameOf(candidate)));
  const unknown = /^Unknown (?:argument|command)s?: (.*)$/.exec(message)?.[1].split(", ");
  const help = `See covercast ${command ? `${nameOf(command)} ` : ""}--help`;
  if (command && message.startsWith("Not enough non-option arguments"))
    return `${nameOf(command)} needs ${command.command.match(/<\w+>/g)?.join(" ")}\n${help}`;
  const choices = [...message.matchAll(/Argument: (\S+), Given: "(.*?)", Choices: (.*)/g)].map(
    ([, name, given, words]) => {
      const known = [...words.matchAll(/"(.*?)"/g)].map(([, word]) => word);
      return `--${name} is ${JSON.stringify(given)}, expected ${either(known)}.${suggest(given, known)}`;
    },
  );
  if (choices.length > 0) return [...choices, help].join("\n");
  if (!unknown) return `${message}\n${help}`;
  const options = Object.keys({ ...command?.options, ...globals, help: 0, version: 0 });
  const lines = unknown.map((word) => {
    const typed = argv.find((given) => given.replace(/^-+/, "").split("=")[0] === word) ?? word;
    if (typed.startsWith("-")) return `There is no option ${typed.split("=")[0]}.${suggest(word, options, "--")}`;
    if (!command) return `There is no command ${word}.${suggest(word, names)}`;
    return `${nameOf(command)} takes no word ${word}.`;
  });
  return [...new Set(lines), help].join("\n");
}

/** Asks whether the known word nearest in spelling was meant; empty if none is near. */
export function suggest(word: string, known: readonly string[], prefix = ""): string {
  const meant = nearest(word, known);
  return meant === null ? "" : ` Did you mean ${prefix}${meant}?`;
}

function nameOf(command: Command<never>): string {
  return command.command.split(" ")[0];
}
