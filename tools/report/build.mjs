// Bundles src/main.ts and the base map into one file of C++ text.
//   node build.mjs web_bundle.inc
import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { basemap } from './basemap.mjs';

// Compilers need not take a longer literal (clang warns from 65,536 on).
const longest = 16000;

function escaped(byte) {
  if (byte === 0x22 || byte === 0x5c || byte === 0x3f) return '\\' + String.fromCharCode(byte);
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
  return '\\' + byte.toString(8).padStart(3, '0');
}

function pieces(name, bytes) {
  const lines = [];
  for (let at = 0; at < bytes.length || at === 0; at += longest) {
    const part = bytes.subarray(at, at + longest);
    lines.push(`{"${Array.from(part, escaped).join('')}", ${part.length}}`);
  }
  return `constexpr Piece ${name}[] = {\n${lines.join(',\n')}};\n`;
}

const bundle = await build({
  entryPoints: ['src/main.ts'],
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome103', 'firefox113', 'safari16.4'],
  charset: 'ascii',
  legalComments: 'none',
  write: false,
});
const script = Buffer.from(bundle.outputFiles[0].contents);
writeFileSync(process.argv[2], pieces('script_pieces', script) + pieces('basemap_pieces', Buffer.from(basemap())));
