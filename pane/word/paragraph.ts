import { AlignmentType, type IParagraphOptions, Paragraph, TextRun } from "docx";
import { cleanText, type Style } from "../../core/index.ts";

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  general: AlignmentType.LEFT,
} as const;
/** Twips that a step of a cell's indent takes. */
const INDENT = 110;
const STANDARD_SIZE = 10;
/** Everywhere at hand, and narrow: where the Chinese font is missing, its stand-in for Latin text often is wide. */
const LATIN = "Arial";

/** A cell's text in its look. */
export function paragraphOf(
  { text, style }: { readonly text: string; readonly style: Style },
  scale: number,
  line?: { readonly least: number; readonly isFollowed: boolean },
): Paragraph {
  const { font, horizontal = "general", indent = 0 } = style;
  const look = {
    size: Math.round((style.size ?? STANDARD_SIZE) * scale * 2),
    bold: style.bold ?? false,
    italics: style.italic ?? false,
    ...(style.color === undefined ? {} : { color: style.color }),
    ...(font === undefined ? {} : { font: { ascii: LATIN, hAnsi: LATIN, eastAsia: font, cs: LATIN } }),
  };
  const options: IParagraphOptions = {
    alignment: ALIGNMENTS[horizontal],
    indent: { left: indent * INDENT },
    spacing: line ? { before: 0, after: 0, line: Math.round(line.least * scale * 20), lineRule: "atLeast" } : { before: 0, after: 0 },
    ...(line?.isFollowed ? { keepNext: true } : {}),
    children: cleanText(text)
      .split("\n")
      .map((each, index) => new TextRun({ ...look, text: each, ...(index === 0 ? {} : { break: 1 }) })),
  };
  return new Paragraph(options);
}
