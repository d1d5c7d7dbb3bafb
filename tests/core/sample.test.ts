import { describe, expect, it } from "vitest";
import type { Day } from "../../core/base/plain-date.ts";
import type { SampleRows } from "../../core/sample/sample-factory.ts";
import { choiceSet, choices } from "../../core/tables/choices.ts";
import { type TableId, tableIds, tableOf } from "../../core/tables/tables.ts";
import { calendar, onAnyDay, type Row, rowsOf, sampleOn, sunday, valuesOf } from "./sample-rows.ts";

/** What is tracked: actions, and resolutions without any. */
function leavesOf(sample: SampleRows): readonly Row[] {
  return [...rowsOf(sample, "resolutions").filter(({ status }) => status !== "split"), ...rowsOf(sample, "actions")];
}

function openLeavesOf(sample: SampleRows): readonly Row[] {
  return leavesOf(sample).filter(({ status }) => !["done", "verified", "cancelled"].includes(String(status)));
}

describe("the sample factory", () => {
  it("has the size of a small factory with six meetings and 13 weeks", () => {
    const sample = sampleOn(sunday);
    const sizes = Object.fromEntries(tableIds.map((id) => [id, rowsOf(sample, id).length]));
    expect(sizes).toMatchObject({ departments: 8, people: 20, meetings: 6, products: 24, lines: 4, capacity: 52, series: 2 });
    expect(sizes.forecast).toBe(24 * (13 + 4));
    // The order book, and what dealers took of most products in each of four weeks.
    expect(sizes.orders).toBeGreaterThan(60 + 24 * 3);
    expect(sizes.orders).toBeLessThanOrEqual(60 + 24 * 4);
    expect(sizes.productionPlan).toBe(24 * (13 + 4));
    expect(new Set(valuesOf(sample, "components", "component")).size).toBe(15);
    expect(new Set(valuesOf(sample, "stock", "warehouse")).size).toBe(2);
  });

  it("gives the same rows for the same day", () => {
    onAnyDay((sample, today, language) => {
      expect(sampleOn(today, language)).toEqual(sample);
    });
  });

  it("fills only fields that the tables have, with codes that the lists have", () => {
    onAnyDay((sample) => {
      let codes = 0;
      const unknown: string[] = [];
      for (const id of tableIds) {
        for (const row of rowsOf(sample, id)) {
          for (const [name, value] of Object.entries(row)) {
            const field = tableOf(id).fields[name];
            if (field === undefined) unknown.push(`${id}.${name}`);
            if (typeof field?.type !== "object" || value === "") continue;
            if (!(String(value) in choiceSet(field.type.choice))) unknown.push(`${id}.${name}: ${value}`);
            codes++;
          }
        }
      }
      expect(unknown).toEqual([]);
      expect(codes).toBeGreaterThan(200);
    });
  });

  it("names every row once", () => {
    onAnyDay((sample) => {
      for (const id of tableIds) {
        const keys = rowsOf(sample, id).map((row) => JSON.stringify(tableOf(id).key.map((field) => row[field])));
        expect(new Set(keys).size, id).toBe(keys.length);
      }
    });
  });

  it("numbers what a meeting has after the meeting", () => {
    onAnyDay((sample) => {
      const letters: Partial<Record<TableId, string>> = {
        topics: "T",
        resolutions: "R",
        actions: "A",
        openQuestions: "Q",
        attendance: "S",
      };
      for (const [id, letter] of Object.entries(letters) as [TableId, string][]) {
        expect(rowsOf(sample, id).length, id).toBeGreaterThan(4);
        for (const row of rowsOf(sample, id)) expect(String(row.no)).toMatch(new RegExp(`^${row.meeting}-${letter}\\d{1,2}$`));
      }
    });
  });

  it("refers only to rows it has, but for one owner from outside and one item without owner", () => {
    onAnyDay((sample) => {
      const known = (id: TableId, field: string) => new Set<unknown>(["", ...valuesOf(sample, id, field)]);
      const expectKnown = (of: readonly TableId[], fields: readonly string[], among: Set<unknown>) => {
        const values = of.flatMap((id) => fields.flatMap((field) => valuesOf(sample, id, field)));
        expect(values.length).toBeGreaterThan(4);
        expect(values.filter((value) => value !== undefined && !among.has(value))).toEqual([]);
      };
      const people = known("people", "name");
      expectKnown(
        ["people", "topics", "attendance", "resolutions", "actions", "openQuestions"],
        ["department"],
        known("departments", "name"),
      );
      expectKnown(
        ["departments", "meetings", "series", "topics", "openQuestions"],
        ["head", "delegate", "chair", "recorder", "approvedBy", "proposer", "owner", "escalateTo"],
        people,
      );
      expectKnown(["attendance", "resolutions", "actions"], ["name", "delegate", "verifiedBy"], people);
      expectKnown(["topics", "attendance", "resolutions", "actions", "openQuestions"], ["meeting"], known("meetings", "no"));
      expectKnown(["resolutions", "openQuestions"], ["topic"], known("topics", "no"));
      expectKnown(["actions"], ["resolution"], known("resolutions", "no"));
      expectKnown(["forecast", "orders", "productionPlan", "stock", "components"], ["product"], known("products", "product"));
      expectKnown(["products", "productionPlan", "capacity"], ["line"], known("lines", "line"));
      expectKnown(["supply"], ["component"], known("components", "component"));

      const owners = leavesOf(sample).map(({ owner }) => owner);
      expect(owners.filter((owner) => owner === "")).toHaveLength(1);
      expect(owners.filter((owner) => !people.has(owner))).toHaveLength(1);
      const left = rowsOf(sample, "people").filter(({ active }) => active === false);
      expect(left).toHaveLength(1);
      expect(openLeavesOf(sample).filter(({ owner }) => owner === left[0]?.name)).toHaveLength(1);
    });
  });

  it("met six times, the last time in this or last week unless a holiday lay between", () => {
    onAnyDay((sample, today) => {
      const dates = valuesOf(sample, "meetings", "date") as Day[];
      expect(dates).toEqual([...dates].sort((one, other) => one - other));
      expect(dates.every((day) => calendar.isWorkday(day) && day < today)).toBe(true);
      expect(calendar.workdaysBetween(dates.at(-1) ?? 0, today)).toBeLessThanOrEqual(8);
    });
  });

  it("finished its minutes in time but once, and leaves some to approve and to distribute", () => {
    onAnyDay((sample, today) => {
      const meetings = rowsOf(sample, "meetings");
      expect(meetings.map(({ state }) => state)).toEqual([
        "distributed",
        "distributed",
        "distributed",
        "distributed",
        "approved",
        "recorded",
      ]);
      expect(meetings.filter(({ recordedOn, minutesDue }) => Number(recordedOn) > Number(minutesDue))).toHaveLength(1);
      for (const { date: held, minutesDue, recordedOn, approvedOn, distributedOn } of meetings) {
        expect(minutesDue).toBe(calendar.addWorkdays(Number(held), 1));
        const steps = [held, recordedOn, approvedOn, distributedOn, today].filter((day) => day !== null).map(Number);
        expect(steps).toEqual([...steps].sort((one, other) => one - other));
      }
    });
  });

  it("counts those who signed in, observers aside", () => {
    onAnyDay((sample) => {
      for (const { no, expected, present } of rowsOf(sample, "meetings")) {
        const counted = rowsOf(sample, "attendance").filter(({ meeting, kind }) => meeting === no && kind !== "observer");
        const away = counted.filter(({ status, delegate }) => (status === "leave" || status === "absent") && delegate === "");
        expect([expected, present]).toEqual([counted.length, counted.length - away.length]);
      }
      const statuses = new Set(valuesOf(sample, "attendance", "status"));
      expect([...statuses].sort()).toEqual(["absent", "late", "leave", "leftEarly", "present"]);
    });
  });
});

describe("the sample's resolutions and actions", () => {
  it("stand in every state", () => {
    onAnyDay((sample) => {
      const seen = new Set([...rowsOf(sample, "resolutions"), ...rowsOf(sample, "actions")].map(({ status }) => status));
      expect(Object.keys(choices.actionStatus).filter((status) => !seen.has(status))).toEqual([]);
      expect(new Set(valuesOf(sample, "openQuestions", "status"))).toEqual(new Set(Object.keys(choices.questionStatus)));
    });
  });

  it("include overdue, soon due, far and long unconfirmed ones", () => {
    onAnyDay((sample, today) => {
      const open = openLeavesOf(sample).map((row) => ({ ...row, due: Number(row.due) }));
      const soon = calendar.addWorkdays(today, 2);
      expect(open.filter(({ due }) => due < today).length).toBeGreaterThanOrEqual(3);
      expect(open.filter(({ due }) => due >= today && due <= soon).length).toBeGreaterThanOrEqual(2);
      expect(open.filter(({ due }) => due > calendar.addWorkdays(today, 15)).length).toBeGreaterThanOrEqual(2);
      const earlier = valuesOf(sample, "meetings", "no").slice(0, -1);
      expect(
        rowsOf(sample, "resolutions").filter(
          ({ status, owner, meeting }) => status === "assigned" && owner !== "" && earlier.includes(meeting),
        ),
      ).toHaveLength(1);
    });
  });

  it("are due after their meeting, and done, verified and confirmed between it and today", () => {
    onAnyDay((sample, today) => {
      const held = new Map(rowsOf(sample, "meetings").map(({ no, date: day }) => [no, Number(day)]));
      const items = [...rowsOf(sample, "resolutions"), ...rowsOf(sample, "actions")];
      for (const { no, meeting, due, firstDue, lastDue, status, lastStatus, postponed, confirmedOn, doneOn, verifiedOn } of items) {
        const from = held.get(meeting) ?? Number.POSITIVE_INFINITY;
        expect(Number(due), String(no)).toBeGreaterThanOrEqual(from);
        expect([lastDue, lastStatus]).toEqual([due, status]);
        if (postponed === 0) expect(firstDue).toBe(due);
        else expect([from <= Number(firstDue), Number(firstDue) < Number(due)]).toEqual([true, true]);
        const steps = [from, confirmedOn, doneOn, verifiedOn, today].filter((day) => day !== null).map(Number);
        expect(steps, String(no)).toEqual([...steps].sort((one, other) => one - other));
        expect(doneOn !== null, String(no)).toBe(status === "done" || status === "verified");
        expect(verifiedOn !== null, String(no)).toBe(status === "verified");
      }
      expect(
        items
          .map(({ postponed }) => postponed)
          .filter((times) => times !== 0)
          .sort(),
      ).toEqual([1, 2]);
    });
  });

  it("were carried to every meeting held while they were open", () => {
    onAnyDay((sample) => {
      const numbers = valuesOf(sample, "meetings", "no");
      for (const { meeting, carried } of openLeavesOf(sample)) expect(carried).toBe(numbers.length - 1 - numbers.indexOf(meeting));
    });
  });

  it("have a history that leads to what their rows say, never ahead of its time", () => {
    onAnyDay((sample, today) => {
      const history = rowsOf(sample, "history");
      for (const item of [...rowsOf(sample, "resolutions"), ...rowsOf(sample, "actions")]) {
        const events = history.filter((event) => event.item === item.no);
        const days = events.map(({ on }) => Number(on));
        expect(days, String(item.no)).toEqual([...days].sort((a, b) => a - b));
        expect(Math.max(...days)).toBeLessThanOrEqual(today);
        expect(events[0]).toMatchObject({ no: `${item.no}-H1`, event: "assigned", on: item.assignedOn });
        const last = (event: string) => events.filter((each) => each.event === event).at(-1);
        expect(last("carried")?.to ?? "0").toBe(String(item.carried));
        expect(events.some(({ event }) => event === "postponed")).toBe(Number(item.postponed) > 0);
        expect(last("done")?.on ?? null).toBe(item.doneOn);
        expect(last("verified")?.on ?? null).toBe(item.verifiedOn);
        const states = events.filter(({ event }) => !["carried", "postponed"].includes(String(event)));
        const said = states.at(-1)?.event;
        expect(said === "progress" ? "inProgress" : said).toBe(item.status === "postponed" ? said : item.status);
      }
    });
  });

  it("give a reason where they are late, postponed or cancelled, and have parts where they are split", () => {
    const sample = sampleOn(sunday);
    const cancelledOrMoved = leavesOf(sample).filter(({ status }) => status === "cancelled" || status === "postponed");
    expect(cancelledOrMoved).toHaveLength(4);
    for (const { reason } of cancelledOrMoved) expect(reason).not.toBe("");
    const split = rowsOf(sample, "resolutions").filter(({ status }) => status === "split");
    expect(split).toHaveLength(4);
    for (const { no } of split) expect(rowsOf(sample, "actions").filter(({ resolution }) => resolution === no).length).toBeGreaterThan(1);
  });
});
