import { defineConfig, type Plugin } from "vite";

// why: the token package declares some 250 custom properties; a page needs the forty that are used.
function onlyUsedProperties(): Plugin {
  const declaration = /--([\w-]+):([^;}]*);?/g;
  const use = /var\(--([\w-]+)/g;
  return {
    name: "only-used-properties",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "asset" || !file.fileName.endsWith(".css")) continue;
        let css = String(file.source);
        for (let before = -1; before !== css.length; ) {
          before = css.length;
          const used = new Set([...css.matchAll(use)].map((m) => m[1]));
          css = css.replace(declaration, (all, name: string) => (used.has(name) ? all : ""));
        }
        file.source = css;
      }
    },
  };
}

export default defineConfig({
  publicDir: "public",
  plugins: [onlyUsedProperties()],
  build: {
    outDir: "../Shirube/wwwroot/build",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    rollupOptions: {
      input: { site: "src/site.ts" },
      output: {
        // why: fixed names; the layout adds the hash of the content as ?v=, so no manifest has to be read to find a file.
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        assetFileNames: "[name][extname]",
      },
    },
  },
});
