import { argumentKinds, type Language, nameIn, type Parameter, type SheetFunction, sheetFunctions } from "../../core/index.ts";

type Dimensionality = "scalar" | "matrix";

/** What Excel is told of the functions: a functions.json, of which there is one for each language. */
export interface FunctionsMetadata {
  /** Cells that show an error come in as such, so that the answer can say which one it was. */
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly FunctionMetadata[];
}

interface FunctionMetadata {
  /** What `CustomFunctions.associate` knows it by; never to be changed, since formulas in workbooks hold to it. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly type: "any"; readonly dimensionality: Dimensionality };
}

interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  /** With any other type Excel refuses a wrong cell by itself, without saying which. */
  readonly type: "any";
  readonly dimensionality: Dimensionality;
  readonly optional?: true;
}

/**
 * The contents of functions.json. Function names are the same in every language, so that colleagues read
 * the same formula; the names of arguments and the descriptions are in the language asked for.
 * @example functionsMetadata("en").functions[0]?.id // "WORKDAY_AFTER"
 */
export function functionsMetadata(language: Language): FunctionsMetadata {
  return { allowErrorForDataTypeAny: true, functions: sheetFunctions.map((each) => describe(each, language)) };
}

function describe({ id, help, parameters, result }: SheetFunction, language: Language): FunctionMetadata {
  return {
    id,
    name: id,
    description: nameIn(language, help),
    parameters: parameters.map((parameter) => describeParameter(parameter, language)),
    result: { type: "any", dimensionality: result.dimensionality },
  };
}

function describeParameter(parameter: Parameter, language: Language): ParameterMetadata {
  const described = {
    name: nameIn(language, parameter),
    description: nameIn(language, parameter.help),
    type: "any",
    dimensionality: argumentKinds[parameter.kind],
  } as const;
  return parameter.optional ? { ...described, optional: true } : described;
}
