import { GLOBAL, topLevelSource } from "../top-level.ts";

const HEAD = `/**
 * Concord 产销协调, made by npm run sheets:build. It works on this spreadsheet alone.
 * @OnlyCurrentDoc
 */
`;

/** The whole script: the bundle under one name, and the functions that Google calls. */
export function scriptSource(bundle: string): string {
  return `${HEAD}${bundle}\n${topLevelSource()}`;
}

/** How the bundle is made: one script without modules, in the JavaScript that Apps Script runs. */
export const BUNDLING = {
  format: "iife",
  globalName: GLOBAL,
  target: "es2020",
  platform: "neutral",
  charset: "utf8",
  legalComments: "none",
} as const;
