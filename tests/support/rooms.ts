import { posix } from "node:path";
import { codeOnly, importsOf, type SourceFile, sourceFiles } from "./imports.ts";

/** From the highest to the lowest. A room imports itself, the ones above it, and its neighbours on one line as long as they do not import it back. */
const CORE_ROOMS = [
  ["base"],
  ["words"],
  ["calendar"],
  ["tables"],
  ["workbook"],
  ["layout"],
  ["files"],
  ["run"],
  ["register"],
  ["meeting", "resolution", "tracking", "balance", "adopt", "archive", "sample"],
  ["reminder"],
  ["planning"],
  ["effects", "imbalance"],
  ["dashboard"],
  ["functions"],
  ["commands"],
  ["view"],
];

/** Which rooms outside core each may import. Each of them may import core, through its door. */
const HOUSES: Record<string, readonly string[]> = {
  core: [],
  pane: [],
  "excel-addin": ["pane"],
  "sheets-script": ["pane"],
  desk: ["pane"],
};

const DOOR = "core/index.ts";
/** Only the desk runs on Node. */
const NODE_ROOMS = ["desk"];
/** npm packages that core may use: pure ones only, that ask nothing of a host. */
const CORE_PACKAGES: readonly string[] = ["@noble/hashes/sha2.js"];

export interface Inspection {
  files: number;
  imports: number;
  faults: string[];
}

/** Looks at every import in the rooms below `root`. Having looked at nothing is a fault. */
export function inspectRooms(root: string): Inspection {
  const files = sourceFiles(root, Object.keys(HOUSES));
  const faults = files.flatMap((file) => (file.path === DOOR || roomRank(file.path) !== null ? [] : [`${file.path} stands in no room`]));
  const neighbours = new Map<string, string>();
  let imports = 0;
  for (const file of files) {
    for (const { line, specifier } of importsOf(file.source)) {
      imports += 1;
      const target = specifier.startsWith(".") ? posix.join(posix.dirname(file.path), specifier) : null;
      const fault = target === null ? packageFault(file.path, specifier) : pathFault(file.path, target, neighbours);
      if (fault !== null) faults.push(`${file.path}:${line} imports ${specifier}: ${fault}`);
    }
  }
  if (files.length === 0) faults.push(`no file was found below ${root}`);
  return { files: files.length, imports, faults };
}

/** What core must not touch, by the names of the host and the clock. Biome knows some of these; members such as Math.random it cannot forbid. */
const AMBIENT = /\bnew Date\b|\bDate\s*\.|\bDate\s*\(|\bMath\s*\.\s*random\b|\btoLocale\w*|\blocaleCompare\b|\bIntl\b/g;

export function ambientUses(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, source }) => {
    const code = codeOnly(source);
    return [...code.matchAll(AMBIENT)].map((match) => `${path}:${code.slice(0, match.index).split("\n").length} uses ${match[0]}`);
  });
}

function packageFault(from: string, specifier: string): string | null {
  const house = houseOf(from);
  if (specifier.startsWith("node:")) return NODE_ROOMS.includes(house) ? null : `${house} does not run on Node only`;
  if (house === "core" && !CORE_PACKAGES.includes(specifier)) return "core needs nothing but core";
  return null;
}

function pathFault(from: string, target: string, neighbours: Map<string, string>): string | null {
  const [house, targetHouse] = [houseOf(from), houseOf(target)];
  if (house !== "core" && targetHouse === "core") return target === DOOR ? null : `${DOOR} is the only door`;
  if (house !== targetHouse) return HOUSES[house]?.includes(targetHouse) ? null : `${house} may not import ${targetHouse}`;
  return house === "core" ? coreFault(from, target, neighbours) : null;
}

function coreFault(from: string, target: string, neighbours: Map<string, string>): string | null {
  const [room, targetRoom] = [roomOf(from), roomOf(target)];
  if (from === DOOR || room === targetRoom) return null;
  const [rank, targetRank] = [roomRank(from), roomRank(target)];
  if (rank === null || targetRank === null) return target === DOOR ? "the door is for the other rooms" : "this is no room";
  if (targetRank > rank) return `${room} may not import ${targetRoom}, which stands below it`;
  if (targetRank < rank) return null;
  neighbours.set(`${room} ${targetRoom}`, from);
  const back = neighbours.get(`${targetRoom} ${room}`);
  return back === undefined ? null : `${targetRoom} imports ${room} already, in ${back}`;
}

const houseOf = (path: string) => path.split("/")[0] ?? "";
const roomOf = (path: string) => path.split("/")[1] ?? "";

/** A place in the order of core; 0 for every file outside core, which has no order of its own; null for a file that has none. */
function roomRank(path: string): number | null {
  if (houseOf(path) !== "core") return 0;
  const rank = CORE_ROOMS.findIndex((rooms) => path.split("/").length > 2 && rooms.includes(roomOf(path)));
  return rank < 0 ? null : rank;
}
