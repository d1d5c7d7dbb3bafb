import { foldText, splitNames, withoutBrackets } from "../base/text.ts";

/** Words that name no date, nobody or no result. */
const VAGUE = {
  zh: [
    "尽快",
    "尽早",
    "抓紧",
    "适时",
    "相关部门",
    "有关部门",
    "各部门",
    "相关人员",
    "加强",
    "进一步",
    "高度重视",
    "持续关注",
    "跟进一下",
    "酌情",
    "争取",
    "原则上",
  ],
  en: [
    "asap",
    "as soon as possible",
    "relevant department",
    "related department",
    "all departments",
    "strengthen",
    "pay attention",
    "try to",
    "follow up",
    "as appropriate",
    "in principle",
  ],
};

/** Everybody at the meeting. */
const EVERYONE = [
  "各部门",
  "全体",
  "全体人员",
  "全体参会人员",
  "全体与会人员",
  "参会人员",
  "与会人员",
  "各参会人员",
  "各参会部门",
  "大家",
  "所有人",
  "所有部门",
  "all",
  "everyone",
  "everybody",
  "all departments",
  "all attendees",
  "every attendee",
].map(foldText);

/** Somebody, and nobody can tell who. */
const SOMEBODY = ["各相关部门", "相关部门", "有关部门", "relevant departments", "team", "待定", "tbd"].map(foldText);

/** Words that say what will have been done, which can be looked at. */
const RESULT =
  /完成|提交|确认|签订|签署|发出|下达|到货|交付|入库|发货|上线|试产|投产|评审|通过|排产|增产|减产|调整|切换|采购|补货|清理|降至|提高到|complete|submit|confirm|deliver|sign|ship|arriv|issue|finish|report|release|launch|approve|schedule|produce|raise|cut|switch|order|clear|book|run|add|move|build|hold|agree|send|check|test/i;

/** The first vague word of a text, as it stands there. */
export function vagueWord(text: string): string | undefined {
  const lower = text.toLowerCase();
  return VAGUE.zh.find((word) => text.includes(word)) ?? VAGUE.en.find((word) => lower.includes(word));
}

/** Whether a text says nothing that one could look at: no number, no verb of a result. */
export function isUnmeasurable(text: string): boolean {
  return !/\d/.test(text.normalize("NFKC")) && !RESULT.test(text);
}

export function isEveryone(owner: string): boolean {
  return EVERYONE.includes(foldText(owner));
}

export function isCollective(owner: string): boolean {
  return isEveryone(owner) || SOMEBODY.includes(foldText(owner));
}

/**
 * Whether what names the owner names several: the first is responsible, the others support, until it is split.
 * @example `张三、李四` and `全体参会人员` do, `张三(生产部、采购部)` does not
 */
export function isOfSeveral(owner: string): boolean {
  return isEveryone(owner) || splitNames(withoutBrackets(owner)).length > 1;
}
