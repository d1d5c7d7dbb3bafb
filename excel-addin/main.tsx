/// <reference types="office-js" />
import { lazy } from "react";
import { createRoot } from "react-dom/client";
import { Pane } from "../pane/pane.tsx";
import { associateFunctions } from "./functions/associate.ts";
import { showNotice } from "./notice.ts";
import { associateRibbon } from "./ribbon/associate.ts";
import { start, Unsupported } from "./start.ts";

/** Solves a plan in a worker of its own; loaded with the screen that offers it. */
const parts = { BalancePart: lazy(async () => ({ default: (await import("../pane/solver/plan-proposal.tsx")).PlanProposalPart })) };

const loading = import("./workbook-runner.ts");
const started = start(loading);
associateFunctions();
if (typeof Office !== "undefined")
  associateRibbon(
    (id, press) => Office.actions.associate(id, press),
    started.then(({ ribbon }) => ribbon),
  );

const root = document.getElementById("root");
if (!root) throw new Error("pane.html has no #root");
try {
  const { runner, device, inbox } = await started;
  createRoot(root).render(<Pane runner={runner} device={device} arrivals={inbox} parts={parts} />);
} catch (error) {
  if (!(error instanceof Unsupported)) throw error;
  showNotice(root, error.why);
}
