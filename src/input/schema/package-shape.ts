import { list, open, text, type ValueOf } from "./shape.ts";

/** The part of a Frictionless data package that is read here; every other property is handed through. */
export const packageShape = open(
  {
    resources: list(
      open(
        {
          name: text({ description: "Name of the table." }),
          path: text({ description: "Path of the table, from the data package." }),
          schema: open(
            {
              fields: list(open({ name: text({ description: "A column." }) }, { description: "A column." }), {
                description: "Columns.",
              }),
            },
            { description: "Table Schema." },
          ).optional(),
        },
        { description: "One table." },
      ),
      { description: "The tables of the package." },
    ),
  },
  { title: "Data package", description: "A Frictionless data package." },
);

/** What a data package holds once its shape is right. */
export type PackageFile = ValueOf<typeof packageShape>;
