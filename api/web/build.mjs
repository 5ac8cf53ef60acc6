// Makes what the pages load: one module, the QR reader that it loads when it is needed, the reader's wasm, and htmx.
import { build } from 'esbuild';
import { copyFile, mkdir, rm } from 'node:fs/promises';

const folder = 'target/static/assets';
await rm('target/static', { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await build({
  entryPoints: { 'scan-and-verify': 'src/scan-and-verify.ts' },
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: ['es2022'],
  minify: true,
  sourcemap: false,
  legalComments: 'eof',
  loader: { '.wasm': 'file' },
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  logLevel: 'warning',
});
await copyFile('node_modules/htmx.org/dist/htmx.min.js', `${folder}/htmx.min.js`);
