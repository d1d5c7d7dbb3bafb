import { describe, expect, it } from "vitest";
import { functionsMetadata } from "../../excel-addin/functions/metadata.ts";

const languages = ["zh-CN", "en"] as const;
/** Excel shows no more of a description in its dialogs. */
const LONGEST = 255;
/** Cell addresses that a name must not look like, in both styles. */
const ADDRESS = /^(?:[A-Z]{1,3}[0-9]+|R[0-9]*C[0-9]*)$/i;

/** What the reference of functions.json allows, and what of it Concord uses. */
function faultsOf(metadata: ReturnType<typeof functionsMetadata>): string[] {
  const faults: string[] = [];
  const need = (isRight: boolean, fault: string) => {
    if (!isRight) faults.push(fault);
  };
  const only = (thing: object, allowed: readonly string[], where: string) => {
    for (const key of Object.keys(thing)) need(allowed.includes(key), `${where} has the unknown property ${key}`);
  };
  only(metadata, ["allowErrorForDataTypeAny", "functions"], "the file");
  need(metadata.functions.length > 0, "there is no function");
  need(new Set(metadata.functions.map(({ id }) => id)).size === metadata.functions.length, "two functions have one id");
  need(new Set(metadata.functions.map(({ name }) => name)).size === metadata.functions.length, "two functions have one name");
  for (const { id, name, description, parameters, result, ...rest } of metadata.functions) {
    only(rest, [], id);
    need(/^[A-Z][A-Z0-9_.]{2,}$/.test(id), `${id} is no id`);
    need(/^[\p{L}][\p{L}\p{N}_.]{2,}$/u.test(name) && name === name.toUpperCase() && !ADDRESS.test(name), `${name} is no name`);
    need(description !== "" && description.length <= LONGEST, `the description of ${id}`);
    only(result, ["type", "dimensionality"], `the result of ${id}`);
    need(["scalar", "matrix"].includes(result.dimensionality), `the dimensionality of ${id}`);
    need(["any", "number", "string", "boolean"].includes(result.type), `the type of ${id}`);
    need(parameters.length > 0, `${id} has no parameter`);
    need(new Set(parameters.map((each) => each.name)).size === parameters.length, `two parameters of ${id} have one name`);
    let isOptional = false;
    for (const parameter of parameters) {
      const where = `${id}(${parameter.name})`;
      only(parameter, ["name", "description", "type", "dimensionality", "optional"], where);
      need(/^[\p{L}][\p{L}\p{N}_]*$/u.test(parameter.name), `${where} is no name of a parameter`);
      need(parameter.description !== "" && parameter.description.length <= LONGEST, `the description of ${where}`);
      need(["any", "number", "string", "boolean"].includes(parameter.type), `the type of ${where}`);
      need(["scalar", "matrix"].includes(parameter.dimensionality), `the dimensionality of ${where}`);
      need(!("optional" in parameter) || parameter.optional === true, `${where} is optional in an odd way`);
      need(!isOptional || parameter.optional === true, `${where} is needed behind one that is not`);
      isOptional ||= parameter.optional === true;
    }
  }
  return faults;
}

describe("functions.json", () => {
  it.each(languages)("is as Excel wants it, in %s", (language) => {
    expect(faultsOf(functionsMetadata(language))).toEqual([]);
  });

  it("is plain data, and comes out of JSON as it went in", () => {
    for (const language of languages) {
      const metadata = functionsMetadata(language);
      expect(JSON.parse(JSON.stringify(metadata))).toEqual(metadata);
    }
  });

  it("has the same functions with the same shapes in both languages, in words of its own", () => {
    const shape = (language: (typeof languages)[number]) =>
      functionsMetadata(language).functions.map(({ id, name, parameters, result }) => ({
        id,
        name,
        result,
        parameters: parameters.map(({ dimensionality, type, optional }) => ({ dimensionality, type, optional })),
      }));
    expect(shape("zh-CN")).toEqual(shape("en"));
    const texts = functionsMetadata("zh-CN").functions.flatMap(({ description, parameters }) => [
      description,
      ...parameters.flatMap((each) => [each.name, each.description]),
    ]);
    expect(texts.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
    expect(JSON.stringify(functionsMetadata("en"))).not.toMatch(/\p{Script=Han}/u);
  });

  it("has all that was promised", () => {
    expect(
      functionsMetadata("en").functions.map(
        ({ id, parameters }) => `${id} ${parameters.map(({ optional }) => (optional ? "?" : "!")).join("")}`,
      ),
    ).toEqual([
      "WORKDAY_AFTER !!?",
      "WORKDAYS !!?",
      "MINUTES_DUE !?",
      "ISO_WEEK_KEY !",
      "NET_FORECAST !!??",
      "PAB !!!",
      "ATP !!!?",
      "COVER !!",
    ]);
  });
});

describe("the check of functions.json", () => {
  const sound = functionsMetadata("en");
  const [first, ...others] = sound.functions;
  if (!first) throw new Error("there is no function");
  const [needed, ...optional] = first.parameters;
  if (!needed) throw new Error("there is no parameter");

  it.each([
    ["no functions", []],
    ["a function twice", [first, first]],
    ["a lower-case id", [{ ...first, id: "workday" }]],
    ["a name that is a cell", [{ ...first, name: "PAB1" }]],
    ["a parameter with a blank in its name", [{ ...first, parameters: [{ ...needed, name: "a b" }] }]],
    [
      "an optional parameter in front",
      [
        {
          ...first,
          parameters: [
            { ...needed, optional: true as const },
            { ...needed, name: "b" },
          ],
        },
      ],
    ],
    ["a parameter twice", [{ ...first, parameters: [needed, needed, ...optional] }]],
    ["too long a description", [{ ...first, description: "x".repeat(LONGEST + 1) }, ...others]],
    ["a property of its own", [{ ...first, colour: "red" }]],
  ])("finds %s", (_, functions) => {
    expect(faultsOf({ ...sound, functions })).not.toEqual([]);
  });
});
