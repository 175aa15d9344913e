// What the tests share: results made by the program, a browser, and tables as rows.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const { CEASELINE_PROGRAM: program, CEASELINE_SOURCE: source, CEASELINE_CHROMIUM: executablePath } = process.env;

const scratch = mkdtempSync(join(tmpdir(), 'ceaseline-browser-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

export function ceaseline(...words) {
  return execFileSync(program, words, { encoding: 'utf8', cwd: source, stdio: ['ignore', 'pipe', 'pipe'] });
}

/// A folder of this name for a result.
export const folder = (name) => join(scratch, name);

/// The Donbas study over a shorter time: everything the report shows is in it.
export const donbas = ['scenarios/donbas-2021/study.toml', '--set', 'world.period.length=20 days'];

export function compare(name, reps, study = donbas, ...more) {
  ceaseline('compare', ...study, '--reps', String(reps), '--out', folder(name), '--quiet', ...more);
  return folder(name);
}

export const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

/// Opens a page from disk and keeps what it complains of and what it asks for.
export async function open(file, { width = 1440, dark = false, bypassCSP = false } = {}) {
  const context = await browser.newContext({
    bypassCSP,
    viewport: { width, height: width < 600 ? 844 : 900 },
    colorScheme: dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  const complaints = [];
  const requests = [];
  page.on('console', (m) => complaints.push(`${m.type()}: ${m.text()}`));
  page.on('pageerror', (e) => complaints.push(e.message));
  page.on('request', (r) => requests.push(r.url()));
  await page.goto(`file://${file}`);
  await page.waitForFunction(() => window.ceaseline !== undefined);
  return { page, complaints, requests, close: () => context.close() };
}

/// Rows of a CSV file by the names of its header.
export function table(file) {
  const rows = readFileSync(file, 'utf8').trim().split('\n').map(cells);
  const head = rows.shift();
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
}

function cells(line) {
  const found = [];
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    found.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
  return found;
}
