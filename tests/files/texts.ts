import fc from "fast-check";

/** What people type and what they should not be able to: punctuation of the formats, line breaks, emoji, injections. */
export const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 120 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        "产销协调会",
        "欧阳建国",
        "\\",
        ";",
        ",",
        ":",
        '"',
        "'",
        "\n",
        "\r\n",
        "\r",
        "=",
        "=?",
        "?=",
        "^",
        "\\n",
        "👨‍👩‍👧",
        "é",
        " ",
        "\t",
        "%",
        "BEGIN:VEVENT",
        "Bcc: x@y.z",
        "\u0000",
        "\u2028",
        "--=_concord",
      ),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join("")),
);

export const anyAddress = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9._+-]{0,10}[a-z0-9]$/), fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/))
  .filter(([local]) => !local.includes(".."))
  .map(([local, domain]) => `${local}@${domain}.example.cn`);
