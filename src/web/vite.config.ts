import { readFileSync } from "node:fs";
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

// why: the font package names each slice in two formats; every browser that prints our pages reads the first.
function onlyNewestFormat(): Plugin {
  return {
    name: "only-newest-format",
    generateBundle(_, bundle) {
      // why: the font's licence (SIL OFL 1.1) goes where the font goes.
      this.emitFile({ type: "asset", fileName: "fonts/LICENSE.txt", source: readFileSync("node_modules/@fontsource/biz-udpgothic/LICENSE") });
      for (const [name, file] of Object.entries(bundle)) {
        if (name.endsWith(".woff")) delete bundle[name];
        else if (file.type === "asset" && name.endsWith(".css")) file.source = String(file.source).replace(/,\s*url\([^)]*\.woff\)\s*format\(["']?woff["']?\)/g, "");
      }
    },
  };
}

export default defineConfig({
  publicDir: "public",
  plugins: [onlyUsedProperties(), onlyNewestFormat()],
  // why: a print page is also read from a file, where an address that begins with a slash leads elsewhere.
  base: "./",
  build: {
    outDir: "../Shirube/wwwroot/build",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    // why: a slice of a font inside the style sheet would be loaded by every page, needed or not.
    assetsInlineLimit: (file) => (/\.woff2?$/.test(file) ? false : undefined),
    rollupOptions: {
      input: { site: "src/site.ts", book: "src/book.css" },
      output: {
        // why: fixed names; the layout adds the hash of the content as ?v=, so no manifest has to be read to find a file.
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        assetFileNames: (asset) => (/\.woff2?$/.test(asset.names[0] ?? "") ? "fonts/[name][extname]" : "[name][extname]"),
      },
    },
  },
});
