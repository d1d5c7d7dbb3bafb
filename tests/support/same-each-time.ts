import fc from "fast-check";

/** The gate says the same twice. `CONCORD_LAWS` looks at other cases each time. */
if (process.env.CONCORD_LAWS === undefined) fc.configureGlobal({ seed: 20_261_126 });
