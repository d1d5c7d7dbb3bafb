import { type AnswerCell, answer, isFault, type Language, type SheetFunction, sayFault, sheetFunctions } from "../../core/index.ts";
import { argumentIn } from "./arguments.ts";
import { type CustomFunctionsApi, customFunctionsApi } from "./custom-functions.ts";
import { displayLanguage } from "./display-language.ts";

/**
 * Gives Excel every function of Concord. Call it as soon as the page runs: a workbook that is opened with
 * formulas in it calculates at once, and shows #BUSY! until then.
 * @param language asked for at each error, since Excel may not have said its language yet
 * @returns how many functions Excel was given; 0 in a browser without Excel
 */
export function associateFunctions(
  language: () => Language = displayLanguage,
  api: CustomFunctionsApi | null = customFunctionsApi(),
): number {
  if (!api) return 0;
  for (const each of sheetFunctions) api.associate(each.id, computeIn(each, language, api));
  return sheetFunctions.length;
}

function computeIn(each: SheetFunction, language: () => Language, api: CustomFunctionsApi): (...given: unknown[]) => unknown {
  const shown = (cell: AnswerCell) => (isFault(cell) ? new api.Error(api.ErrorCode.invalidValue, sayFault(language(), cell)) : cell);
  return (...given) => {
    const found = answer(each, given.slice(0, each.parameters.length).map(argumentIn));
    if (isFault(found)) throw shown(found);
    return typeof found === "object" ? found.map((row) => row.map(shown)) : found;
  };
}
