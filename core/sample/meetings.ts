import type { RowOf } from "../tables/field.ts";
import type { tables } from "../tables/tables.ts";
import type { HeldMeeting } from "./meeting-dates.ts";
import type { SampleAbsence, SampleMinutes } from "./minutes/minutes.ts";
import { meetingRoom, weeklySeries } from "./organisation.ts";
import { department, heads, person, type SamplePerson } from "./people.ts";
import { at, type Scene } from "./scene.ts";

const START = 9 * 60 + 30;
const LENGTH = 90;
/** Minutes by which the meetings ran over, or ended early. */
const overrun = [10, 5, -5, 15, 0, 8];

interface Attendee {
  readonly who: SamplePerson;
  readonly kind: "standing" | "temporary" | "observer";
  readonly absence: SampleAbsence | null;
}

interface MeetingRows {
  readonly meetings: readonly Partial<RowOf<typeof tables.meetings>>[];
  readonly attendance: readonly Partial<RowOf<typeof tables.attendance>>[];
}

export function meetingRows(scene: Scene, held: readonly HeldMeeting[], minutes: readonly SampleMinutes[]): MeetingRows {
  const rows = held.map((meeting, index) => {
    const attendees = attendeesOf(at(minutes, index));
    const end = START + LENGTH + at(overrun, index);
    return {
      meeting: { ...meetingRow(scene, meeting, attendees), end, ...recordOf(scene, meeting, held.length - index) },
      attendance: attendees.map((attendee, place) => attendanceRow(scene, meeting, attendee, place, end)),
    };
  });
  return { meetings: rows.map(({ meeting }) => meeting), attendance: rows.flatMap(({ attendance }) => attendance) };
}

function attendeesOf({ absences, temporary = [], observers = [] }: SampleMinutes): readonly Attendee[] {
  const attendee = (kind: Attendee["kind"]) => (who: SamplePerson) => ({
    who,
    kind,
    absence: absences.find((absence) => absence.person === who) ?? null,
  });
  return [
    ...[...heads.map(({ head }) => head), person.lin].map(attendee("standing")),
    ...temporary.map(attendee("temporary")),
    ...observers.map(attendee("observer")),
  ];
}

/** Observers are not counted; a delegate counts as present. */
function meetingRow({ say }: Scene, { no, date, seriesDate }: HeldMeeting, attendees: readonly Attendee[]) {
  const counted = attendees.filter(({ kind }) => kind !== "observer");
  const missing = counted.filter(
    ({ absence }) => absence && (absence.status === "leave" || absence.status === "absent") && !absence.delegate,
  );
  const moved = { zh: "例会日逢休息日，顺延至本日", en: "The series day was a day off; held on the next working day" };
  return {
    no,
    name: say(weeklySeries),
    kind: "regular",
    series: say(weeklySeries),
    date,
    start: START,
    place: say(meetingRoom),
    chair: say(person.zhou),
    recorder: say(person.lin),
    organiser: say(department.operations),
    seriesDate,
    expected: counted.length,
    present: counted.length - missing.length,
    note: date === seriesDate ? "" : say(moved),
  };
}

/** The newest meeting waits for approval, the one before for distribution, a day late; `age` 1 is the newest. */
function recordOf({ say, calendar, today }: Scene, { date }: HeldMeeting, age: number) {
  const minutesDue = calendar.addWorkdays(date, 1);
  if (age === 1) return { state: "recorded", minutesDue, recordedOn: date, approvedBy: "", approvedOn: null, distributedOn: null };
  const recordedOn = age === 2 ? Math.min(calendar.addWorkdays(date, 2), today) : minutesDue;
  const approved = { minutesDue, recordedOn, approvedBy: say(person.zhou), approvedOn: recordedOn };
  return age === 2
    ? { ...approved, state: "approved", distributedOn: null }
    : { ...approved, state: "distributed", distributedOn: recordedOn };
}

function attendanceRow({ say }: Scene, { no }: HeldMeeting, { who, kind, absence }: Attendee, place: number, end: number) {
  const away = absence?.status === "leave" || absence?.status === "absent";
  const late = absence?.status === "late" ? (absence.minutes ?? 0) : 0;
  const early = absence?.status === "leftEarly" ? (absence.minutes ?? 0) : 0;
  const onTime = START - 2 - ((place * 3) % 8);
  return {
    no: `${no}-S${String(place + 1).padStart(2, "0")}`,
    meeting: no,
    department: say(who.department),
    name: say(who),
    title: say(who.title),
    kind,
    status: absence?.status ?? "present",
    arrived: away ? null : late > 0 ? START + late : onTime,
    left: early > 0 ? end - early : null,
    lateMinutes: late > 0 ? late : null,
    noticeGiven: away ? absence.status === "leave" : null,
    reason: absence?.reason ? say(absence.reason) : "",
    delegate: absence?.delegate ? say(absence.delegate) : "",
  };
}
