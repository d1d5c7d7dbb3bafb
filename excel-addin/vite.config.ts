import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Any folder of any static host will do: the page refers to its files relative to itself. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [react()],
  worker: { format: "es" },
  build: {
    outDir: "../dist/excel",
    emptyOutDir: true,
    // What Excel brings: Edge's WebView2 on Windows, the system's WebKit on a Mac, any current browser on the web.
    target: ["edge109", "chrome109", "firefox115", "safari15.4"],
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: "pane.html",
      // Core does nothing by being loaded: what the pane does not use of it comes with the commands, later.
      // React changes seldom: a new Concord leaves it in the browser's cache.
      output: { codeSplitting: { groups: [{ name: "react", test: /node_modules\/(react|react-dom|scheduler)\// }] } },
      treeshake: { moduleSideEffects: [{ test: /\/core\//, sideEffects: false }] },
    },
  },
});
