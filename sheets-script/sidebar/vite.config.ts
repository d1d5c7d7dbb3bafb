import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** One page of one script and one style sheet, which the build then writes into it: Google serves no file beside it. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../../dist/sheets/pages",
    emptyOutDir: true,
    target: ["edge109", "chrome109", "firefox115", "safari15.4"],
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 1_000_000,
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: {
      input: "sidebar.html",
      output: { codeSplitting: false },
      treeshake: { moduleSideEffects: [{ test: /\/core\//, sideEffects: false }] },
    },
  },
});
