import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Puts compressed copies beside the built files, so that the portal has nothing to compress while it serves. */
const compressedCopies = (): Plugin => ({
  name: 'compressed-copies',
  apply: 'build',
  closeBundle: () => {
    const assets = here('./dist/assets');
    for (const name of readdirSync(assets).filter((file) => /\.(js|css|svg)$/.test(file))) {
      const bytes = readFileSync(join(assets, name));
      writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes));
    }
  },
});

/** Builds the pages into web/dist: `npx vite build -c services/portal/web/vite.config.ts`. */
export default defineConfig({
  root: here('.'),
  plugins: [react(), compressedCopies()],
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    // Inlined pictures would need "data:" in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    target: 'es2023',
    modulePreload: { polyfill: false },
  },
});
