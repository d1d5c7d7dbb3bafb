import { associateFunctions } from "./functions/associate.ts";

/** The script that the manifest names beside the page, for a host that runs custom functions without one. */
associateFunctions();
