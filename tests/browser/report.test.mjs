// The page against the tables of the same result, in a real browser.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { browser, ceaseline, compare, donbas, folder, open, table } from './report.mjs';

const sections = ['answer', 'designs', 'map', 'spacetime', 'differences', 'chain', 'losses', 'hours', 'fairness', 'cost',
  'resilience', 'sensitivity', 'assumptions', 'manifest', 'replay'];

let result;
let report;
before(() => {
  result = compare('donbas', 3);
  report = `${result}/report.html`;
});
after(() => browser.close());

/// What the marks of a chart hold.
function marks(page, chart) {
  return page.$$eval(`[data-chart="${chart}"] svg.full .d[data-value]`, (all) =>
    all.map((d) => ({ ...d.dataset, told: d.getAttribute('aria-label') })));
}

/// Series are named after all designs that are equal: "civilian = ots".
const ids = (series) => series.split(' = ');

describe('for every width', () => {
  for (const width of [1440, 390]) {
    test(`${width} px: no complaint, no request, nothing wider than the page`, async () => {
      const { page, complaints, requests, close } = await open(report, { width });
      for (const id of sections) {
        assert.equal(await page.locator(`section#${id}`).count(), 1, id);
        await page.locator(`section#${id}`).scrollIntoViewIfNeeded();
      }
      assert.deepEqual(complaints, []);
      assert.deepEqual(requests.filter((url) => !url.startsWith('file://') && !url.startsWith('data:')), []);
      assert.equal(requests.filter((url) => url.startsWith('file://')).length, 1);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      await close();
    });
  }
});

for (const dark of [false, true]) {
  test(`nothing keeps it from a keyboard or a screen reader, ${dark ? 'dark' : 'light'}`, async () => {
    const { page, close } = await open(report, { dark, bypassCSP: true });
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 200)}`), []);
    await close();
  });
}

test('sections stand in their order and the contents lead to them', async () => {
  const { page, close } = await open(report);
  const shown = await page.$$eval('main > section', (all) => all.map((s) => s.id));
  assert.deepEqual(shown.filter((id) => sections.includes(id)), sections);
  assert.deepEqual(await page.$$eval('nav a', (all) => all.map((a) => a.hash.slice(1))), shown);
  await close();
});

test('the evidence chain holds the numbers of estimates.csv', async () => {
  const { page, close } = await open(report);
  const rows = table(`${result}/tables/estimates.csv`);
  const steps = { detected: 'incidents_detected', 'and located': 'incidents_located', 'and verified': 'incidents_verified',
    'and attributed': 'incidents_attributed', 'and reported in time': 'incidents_chain_complete' };
  for (const [chart, stratum] of [['chain', 'all'], ['chain-side-a', 'side=A'], ['chain-side-b', 'side=B']]) {
    const drawn = await marks(page, chart);
    assert.equal(drawn.length, 15, chart);  // five steps of three designs that differ
    for (const mark of drawn) {
      for (const design of ids(mark.series)) {
        const row = rows.find((r) => r.case === 'base' && r.design === design && r.metric === steps[mark.row] && r.stratum === stratum);
        assert.equal(Number(mark.value), Number(row.value));
        assert.equal(Number(mark.low), Number(row.low));
        assert.equal(Number(mark.high), Number(row.high));
        assert.equal(mark.n, row.n);
      }
    }
  }
  await close();
});

test('differences and what cases change hold the numbers of their tables, and say so in words', async () => {
  const { page, close } = await open(report);
  const titles = { 'A almost open, B restricted': 'base', 'Both sides open': 'both-open', 'B shut': 'b-shut' };
  const differences = table(`${result}/tables/differences.csv`);
  const drawn = await marks(page, 'differences');
  assert.equal(drawn.length, 6);
  for (const mark of drawn) {
    const row = differences.find((r) => r.case === titles[mark.row] && r.design === mark.series
      && r.metric === 'incidents_verified_in_time' && r.stratum === 'all');
    assert.equal(Number(mark.value), Number(row.difference));
    assert.equal(Number(mark.low), Number(row.low));
    assert.equal(mark.told.includes('not distinguishable'), row.finding === 'not distinguishable', mark.told);
  }
  const changes = table(`${result}/tables/resilience.csv`);
  for (const mark of await marks(page, 'resilience')) {
    const row = changes.find((r) => r.case === titles[mark.row] && r.design === ids(mark.series)[0]);
    assert.equal(Number(mark.value), Number(row.change));
  }
  await close();
});

test('losses, even-handedness and cost hold the numbers of their tables', async () => {
  const { page, close } = await open(report);
  const rows = table(`${result}/tables/estimates.csv`).filter((r) => r.case === 'base');
  const value = (design, metric, stratum = 'all') =>
    Number(rows.find((r) => r.design === design && r.metric === metric && r.stratum === stratum).value);
  for (const mark of await marks(page, 'even'))
    assert.equal(Number(mark.value), value(ids(mark.series)[0], 'even_handedness'));
  for (const mark of await marks(page, 'sides'))
    assert.equal(Number(mark.value), value(ids(mark.series)[0], 'incidents_detected', mark.row.includes('A') ? 'side=A' : 'side=B'));
  const costs = table(`${result}/tables/designs.csv`);
  const cost = await marks(page, 'cost');
  assert.equal(cost.length, 3);
  for (const mark of cost) {
    assert.equal(Number(mark.value), value(ids(mark.series)[0], 'incidents_verified_in_time'));
    const row = costs.find((r) => r.design === ids(mark.series)[0] && r.item === 'cost_total');
    if (row) assert.ok(Math.abs(Number(mark.cost) - Number(row.value) / 1e6) < 1e-6);
  }
  // Every incident ends once: what is lost and what came through make up the whole.
  for (const design of ['civilian', 'gcc-h', 'gcc-b']) {
    const lost = (await marks(page, 'losses')).filter((m) => ids(m.series).includes(design)).map((m) => Number(m.value));
    const sum = lost.reduce((a, b) => a + b, 0) + value(design, 'ended_complete');
    assert.ok(Math.abs(sum - 1) < 1e-9, `${design}: ${sum}`);
  }
  await close();
});

test('coverage by hour is the mean of coverage.csv over the line', async () => {
  const { page, close } = await open(report);
  const segments = await page.evaluate(() => Math.ceil(window.ceaseline.data.map.length / window.ceaseline.data.map.segment));
  const rows = table(`${result}/tables/coverage.csv`).filter((r) => r.axis === 'hour');
  for (const channel of ['seen', 'heard']) {
    const drawn = await marks(page, `hours-${channel}`);
    assert.equal(drawn.length, 72);
    for (const mark of drawn) {
      const shares = rows.filter((r) => r.channel === channel && r.design === ids(mark.series)[0] && r.time === mark.row)
        .map((r) => Number(r.share));
      const mean = (100 * shares.reduce((a, b) => a + b, 0)) / segments;
      assert.ok(Math.abs(mean - Number(mark.value)) < 0.01, `${mark.told}: ${mean}`);
    }
  }
  await close();
});

test('the line of the map has the estimates of segments.csv', async () => {
  const { page, close } = await open(report);
  const rows = table(`${result}/tables/segments.csv`).filter((r) => r.case === 'base');
  const designs = await page.evaluate(() => window.ceaseline.data.designs.map((d) => ({ id: d.id, segments: d.segments })));
  for (const { id, segments } of designs) {
    for (const [metric, cells] of Object.entries(segments)) {
      const wanted = rows.filter((r) => r.design === id && r.metric === metric);
      assert.equal(cells.length, wanted.length);
      cells.forEach(([value, low], s) => {
        const row = wanted.find((r) => Number(r.segment) === s);
        assert.equal(value === null, row.value === '');
        if (value !== null) assert.ok(Math.abs(value - Number(row.value)) < 1e-5);
        if (low !== null) assert.ok(Math.abs(low - Number(row.low)) < 1e-5);
      });
    }
  }
  await close();
});

test('what is told on hover and on focus is the number of the mark, and switches hide a design', async () => {
  const { page, close } = await open(report);
  const mark = page.locator('[data-chart="chain"] svg.full .d').first();
  await mark.scrollIntoViewIfNeeded();
  await mark.hover();
  assert.equal(await page.locator('#tip').textContent(), await mark.getAttribute('data-tip'));
  await page.mouse.move(2, 2);
  assert.equal(await page.locator('#tip').isVisible(), false);
  await mark.focus();
  assert.equal(await page.locator('#tip').textContent(), await mark.getAttribute('data-tip'));
  const button = page.locator('[data-chart="chain"] [data-switch="1"]');
  const hidden = page.locator('[data-chart="chain"] svg.full .k1').first();
  assert.equal(await hidden.isVisible(), true);
  await button.click();
  assert.equal(await button.getAttribute('aria-pressed'), 'false');
  assert.equal(await hidden.isVisible(), false);
  assert.equal(await page.locator('[data-chart="chain"] svg.full .k0').first().isVisible(), true);
  await close();
});

/// All pixels of a canvas, as one text.
const pixels = (page, view) => page.evaluate((name) => {
  const shown = window.ceaseline[name] ;
  const view = shown.view ?? shown;
  view.drawNow();
  return view.canvas.toDataURL();
}, view);

test('every layer switch of the map and the diagram changes what is drawn, and back', async () => {
  const { page, close } = await open(report);
  for (const view of ['map', 'spacetime', 'replay']) {
    if (view === 'spacetime') await page.locator('#spacetime-controls').getByRole('button', { name: /week/ }).click();
    const boxes = page.locator(`#${view}-controls [data-layer] input`);
    const labels = await page.$$eval(`#${view}-controls [data-layer]`, (all) => all.map((l) => l.dataset.layer));
    assert.ok(labels.length >= 7);
    for (let i = 0; i < labels.length; ++i) {
      if (labels[i] === 'light') await page.evaluate(() => window.ceaseline.replay.moveTo(22 * 3.6e6));
      const before = await pixels(page, view);
      await boxes.nth(i).click();
      const switched = await pixels(page, view);
      assert.notEqual(switched, before, `${view}: ${labels[i]}`);
      await boxes.nth(i).click();
      assert.equal(await pixels(page, view), before, `${view}: ${labels[i]} again`);
    }
  }
  await close();
});

test('a place of the line tells its estimate, and an incident its fate', async () => {
  const { page, close } = await open(report);
  await page.locator('#map-view').scrollIntoViewIfNeeded();
  const at = await page.evaluate(() => {
    const { map, data } = window.ceaseline;
    const part = data.map.parts[0];
    const i = Math.floor(part.x.length / 2);
    const box = map.canvas.getBoundingClientRect();
    return { x: box.left + map.px(part.x[i]), y: box.top + map.py(part.y[i]), km: part.chainage[i] / 1000 };
  });
  // Bases and sensors lie over the line.
  await page.locator('#map-controls [data-layer="sites"] input').uncheck();
  await page.mouse.move(at.x, at.y);
  const told = await page.locator('#tip').textContent();
  const [, from, to] = told.match(/km (\d+) to (\d+)/).map(Number);
  assert.ok(from <= at.km && at.km <= to + 1, told);
  const [row] = table(`${result}/tables/segments.csv`).filter((r) => r.case === 'base' && r.design === 'civilian'
    && r.metric === 'segment_incidents_detected' && Number(r.segment) === from / 5);
  assert.ok(told.includes(`${(100 * Number(row.value)).toFixed(1)} %`) && told.endsWith(`n ${row.n}`), told);
  await close();
});

test('zooming in by key comes to the line, wherever the map has been moved', async () => {
  const { page, close } = await open(report);
  await page.locator('#map-controls [data-layer="sites"] input').uncheck();
  await page.locator('#map-view canvas').focus();
  for (let i = 0; i < 4; ++i) await page.keyboard.press('ArrowRight');
  for (let i = 0; i < 6; ++i) await page.keyboard.press('+');
  const told = await page.locator('#map-view + [role="status"]').textContent();
  assert.match(told, /^km \d+ to \d+; /);
  await close();
});

/// Legs and stands as `run` writes them.
function trackPieces(design) {
  const out = folder(`tracks-${design}`);
  ceaseline('run', 'scenarios/donbas-2021/study.toml', '--set', 'world.period.length=20 days', '--design', design, '--out', out);
  return table(`${out}/tracks.csv`);
}

test('the time slider moves teams to where the record says they were', async () => {
  const { page, close } = await open(report);
  for (const design of ['civilian', 'gcc-h']) {
    const pieces = trackPieces(design);
    assert.ok(pieces.length > 1000);
    const picked = pieces.filter((_, i) => i % Math.ceil(pieces.length / 400) === 0);
    const found = await page.evaluate(({ picked, design }) => {
      const { data, motions, replay } = window.ceaseline;
      const at = data.designs.findIndex((d) => d.id === design);
      const chainage = (team, ms) => {
        replay.moveTo(ms);
        return motions[at].at(motions[at].teams.findIndex((t) => t.id === team), replay.now)?.chainage;
      };
      return picked.map(({ team, from, to }) => {
        const start = Date.parse(from) - data.start;
        const end = Date.parse(to) - data.start;
        return [chainage(team, start), chainage(team, start + Math.floor((end - start) / 2))];
      });
    }, { picked, design });
    found.forEach(([start, halfWay], i) => {
      const { team, from, start_m, half_way_m } = picked[i];
      assert.ok(Math.abs(start - Number(start_m)) < 1, `${design}, ${team} at ${from}: ${start} and not ${start_m}`);
      assert.ok(Math.abs(halfWay - Number(half_way_m)) < 1, `${design}, ${team} half-way from ${from}: ${halfWay} and not ${half_way_m}`);
    });
  }
  await close();
});

test('the slider itself, by hand and by key, sets the clock, and the drawing follows', async () => {
  const { page, close } = await open(report);
  const slider = page.getByRole('slider', { name: 'Time' });
  await slider.focus();
  const start = await page.evaluate(() => window.ceaseline.replay.now);
  const before = await pixels(page, 'replay');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => window.ceaseline.replay.now), start + 60_000);
  await slider.fill(String(start + 6 * 3.6e6));
  assert.notEqual(await pixels(page, 'replay'), before);
  const clock = page.locator('#replay-controls .clock');
  assert.match(await clock.textContent(), /local$/);
  const [local, utc] = [await clock.textContent(), await clock.getAttribute('title')].map((t) => Date.parse(t.slice(0, 16) + 'Z'));
  assert.equal(local - utc, 2 * 3.6e6);
  await close();
});

test('truth and knowledge are apart: each switch hides its own list', async () => {
  const { page, close } = await open(report);
  const lists = () => page.$$eval('#replay-list caption', (all) => all.filter((c) => c.offsetParent).map((c) => c.textContent));
  assert.equal((await lists()).length, 2);
  await page.locator('[data-layer="truth"] input').uncheck();
  assert.deepEqual((await lists()).map((t) => t.slice(0, 8)), ['What the']);
  await page.locator('[data-layer="truth"] input').check();
  await page.locator('[data-layer="known"] input').uncheck();
  assert.deepEqual((await lists()).map((t) => t.slice(0, 8)), ['What hap']);
  await close();
});

test('the list tells of each incident what incidents.csv says', async () => {
  const { page, close } = await open(report);
  const out = folder('fates');
  ceaseline('run', 'scenarios/donbas-2021/study.toml', '--set', 'world.period.length=20 days', '--design', 'gcc-b', '--out', out);
  const rows = table(`${out}/incidents.csv`);
  const shown = await page.evaluate(() => {
    const { data } = window.ceaseline;
    const d = data.designs.find((one) => one.id === 'gcc-b');
    return [...data.truth.start].map((s, i) => ({
      started: s, acts: data.truth.acts[i], step: data.names.steps[d.fates.step[i]], reason: data.names.reasons[d.fates.reason[i]],
      start: data.start, heard: d.fates.heard[i],
    }));
  });
  assert.equal(shown.length, rows.length);
  shown.forEach((one, i) => {
    assert.equal(one.started, (Date.parse(rows[i].started) - one.start) / 1000);
    assert.equal(one.step, rows[i].step);
    assert.equal(one.reason, rows[i].reason);
    assert.equal(one.acts, Number(rows[i].acts));
    assert.equal(one.heard, Number(rows[i].acts_heard));
  });
  await close();
});

test('the largest missed incidents are explained as the command explains them', async () => {
  const { page, close } = await open(report);
  const [first] = await page.evaluate(() => window.ceaseline.data.designs[0].explained);
  assert.ok(first.lines.length > 0);
  await page.locator('#replay-list').getByRole('button', { name: /largest missed/ }).click();
  const told = await page.locator('#replay-list [role=status]').textContent();
  assert.match(told, new RegExp(`Incident ${first.incident}:`));
  assert.match(told, /missed: /);
  const { opportunities, step } = JSON.parse(ceaseline('explain', ...donbas, '--design', 'civilian', '--incident',
    String(first.incident), '--json'));
  assert.equal(step, 'missed');
  let named = 0;
  for (const line of first.lines) {
    assert.ok(told.includes(line), line);
    const [, sensor, km, why] = line.match(/^(\S+), ([\d.]+) km: ([^,]+),/) ?? [];
    if (!sensor) continue;
    ++named;
    assert.ok(opportunities.some((o) => o.sensor === sensor && o.why === why && Math.abs(o.range_m / 1000 - Number(km)) < 0.06), line);
  }
  assert.ok(named > 0 || first.lines.some((line) => /too far|no sensor/.test(line)));
  await close();
});
