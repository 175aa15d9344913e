// How fast a report is, in numbers; nothing is asserted, for times depend on the neighbours.
//   CEASELINE_CHROMIUM=/usr/bin/chromium node measure.mjs out/donbas-2021/report.html
// Run it where playwright-core is: the work folder of the tests (build/release/tests/browser/work).
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { browser, open } from './report.mjs';

const file = resolve(process.argv[2]);
console.log(`${(statSync(file).size / 1e6).toFixed(2)} MB`);
for (const width of [1440, 390]) {
  const { page, close } = await open(file, { width });
  const [acts, paint, ready, ...times] = await page.evaluate(async () => {
    const { replay, data, map, spacetime } = window.ceaseline;
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const measured = async (name, n, act) => {
      const times = [];
      for (let i = 0; i < n; ++i) {
        const start = performance.now();
        act(i);
        times.push(performance.now() - start);
        await frame();
      }
      times.sort((a, b) => a - b);
      const at = (share) => times[Math.floor(share * (n - 1))].toFixed(1);
      return `${name}: median ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(1)} ms`;
    };
    const day = 86_400_000;
    const days = Math.floor(data.length / day);
    return [
      data.truth.act.length,
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      performance.getEntriesByName('ready')[0].startTime,
      await measured('step of the slider', 200, (i) => replay.moveTo(((i * 7919) % days) * day + ((i % 24) * day) / 24)),
      await measured('map', 30, () => map.drawNow()),
      await measured('space-time diagram, whole period', 30, () => spacetime.drawNow()),
    ];
  });
  console.log(`${width} px, ${acts} acts: first paint ${paint.toFixed(0)} ms, ready ${ready.toFixed(0)} ms`);
  for (const line of times) console.log(`  ${line}`);
  await close();
}
await browser.close();
