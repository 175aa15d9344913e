// One replication on the map. What happened and what the mission knew are two layers with a switch each: a mission never
// sees what happened.
import { PlaneView, type Scene } from './canvas';
import { button, element, key, row, select, switches } from './controls';
import type { ReportData } from './data';
import { drawBase, drawLine, drawScale, drawSides, drawSites, drawTowns, Labels, lineAtMiddle, siteAt, wholeMap } from './ground';
import { colours, drawFate, endedWords, fateOf, fates, incidentWords, sideTitle, type Colours, type FateClass } from './marks';
import type { Motion } from './motion';
import { above, day, hour, type Calendar } from './times';

/// What happened and what was reported stays on the map for so long.
const kept = day;
const most = 50;

const speeds: [string, number][] = [
  ['1 min/s', 60_000], ['10 min/s', 600_000], ['1 h/s', hour], ['6 h/s', 6 * hour], ['1 day/s', day],
];

function drawTeam(ctx: CanvasRenderingContext2D, colour: string, paper: string, x: number, y: number, aircraft: boolean): void {
  ctx.beginPath();
  if (aircraft) {
    ctx.moveTo(x, y - 6);
    ctx.lineTo(x + 5, y + 5);
    ctx.lineTo(x, y + 2);
    ctx.lineTo(x - 5, y + 5);
    ctx.closePath();
  } else ctx.rect(x - 5, y - 3.5, 10, 7);
  ctx.fillStyle = colour;
  ctx.fill();
  ctx.strokeStyle = paper;
  ctx.lineWidth = 1.5;
  ctx.stroke();
}

/// Reports heard, seen or claimed, in words.
function sources(by: number): string {
  return [[1, 'heard'], [2, 'seen'], [4, 'claimed']].filter(([bit]) => by & (bit as number)).map(([, word]) => word).join(' and ');
}

interface Row {
  key: string;
  cells: () => (HTMLElement | string)[];
}

/// A table whose rows come and go; a row that stays is not made again.
class RowTable {
  readonly box = document.createElement('div');
  private readonly body: HTMLTableSectionElement;
  private readonly caption: HTMLTableCaptionElement;
  private shown = new Map<string, HTMLTableRowElement>();

  constructor(
    private readonly title: string,
    head: string[],
  ) {
    const frame = document.createElement('div');
    frame.className = 'list';
    frame.tabIndex = 0;
    frame.setAttribute('role', 'region');
    frame.setAttribute('aria-label', title);
    const table = document.createElement('table');
    this.caption = table.createCaption();
    const top = table.createTHead().insertRow();
    for (const text of head) {
      const th = document.createElement('th');
      th.scope = 'col';
      th.textContent = text;
      top.append(th);
    }
    this.body = table.createTBody();
    frame.append(table);
    this.box.append(frame);
  }

  fill(rows: Row[]): void {
    const before = [...this.shown.keys()];
    if (before.length === rows.length && rows.every((r, i) => r.key === before[i])) return;
    const next = new Map<string, HTMLTableRowElement>();
    for (const { key, cells } of rows) next.set(key, this.shown.get(key) ?? this.made(cells()));
    this.shown = next;
    this.body.replaceChildren(...next.values());
    this.caption.textContent = `${this.title}: ${rows.length === most ? `the last ${most}` : rows.length}`;
  }

  private made(cells: (HTMLElement | string)[]): HTMLTableRowElement {
    const tr = document.createElement('tr');
    for (const cell of cells) tr.insertCell().append(cell);
    return tr;
  }
}

export class Replay {
  readonly view: PlaneView;
  now = 0;
  private at = 0;
  private playing = 0;
  private speed = hour;
  private selected = -1;
  private fate = 0;
  private readonly layers = { truth: true, known: true, teams: true, sites: true, towns: true, light: true, base: true };
  private readonly slider = document.createElement('input');
  private readonly clock = document.createElement('span');
  private readonly playButton: HTMLButtonElement;
  private readonly told = document.createElement('p');
  private readonly happened = new RowTable('What happened', ['began', 'kind', 'responsible', 'km', 'acts', 'what became of it, and why']);
  private readonly reported = new RowTable('What the mission knew, reports of the last 24 h', [
    'known', 'taken for', 'by', 'side', 'within km (95 %)', 'acts', 'verified',
  ]);
  private readonly firstAct: Int32Array;

  constructor(
    private readonly data: ReportData,
    private readonly calendar: Calendar,
    private readonly motions: Motion[],
  ) {
    const { acts } = data.truth;
    this.firstAct = new Int32Array(acts.length + 1);
    for (let i = 0; i < acts.length; ++i) this.firstAct[i + 1] = this.firstAct[i] + acts[i];
    this.playButton = button('\u25B6 Play', 'Play', () => (this.playing ? this.pause() : this.play()));
    this.view = new PlaneView(element('replay-view'), 'Map at the time of the slider', this.scene());
    this.controls();
    this.makeList();
    // At noon of the second day there are patrols on the road.
    this.moveTo(Math.min(data.length / 2, 12 * hour + day - data.local));
  }

  get design(): ReportData['designs'][number] {
    return this.data.designs[this.at];
  }

  moveTo(ms: number): void {
    this.now = Math.min(Math.max(0, ms), this.data.length);
    this.slider.value = String(this.now);
    const local = this.calendar.local(this.now);
    this.slider.setAttribute('aria-valuetext', local);
    this.clock.textContent = local;
    this.clock.title = this.calendar.utc(this.now);
    this.view.drawNow();
    this.drawList();
  }

  private play(): void {
    this.playButton.textContent = '\u23F8 Pause';
    let before = performance.now();
    const step = (time: number): void => {
      const next = this.now + ((time - before) / 1000) * this.speed;
      before = time;
      this.moveTo(next);
      if (this.now >= this.data.length) this.pause();
      else if (this.playing) this.playing = requestAnimationFrame(step);
    };
    this.playing = requestAnimationFrame(step);
  }

  private pause(): void {
    cancelAnimationFrame(this.playing);
    this.playing = 0;
    this.playButton.textContent = '\u25B6 Play';
  }

  /// Incidents that began within the time that is kept on the map.
  private recent(): [number, number] {
    const { start } = this.data.truth;
    return [above(start, (this.now - kept) / 1000), above(start, this.now / 1000)];
  }

  private isNight(): boolean {
    return above(this.data.daylight, this.now / 1000) % 2 === 0;
  }

  private scene(): Scene {
    const { map, truth } = this.data;
    return {
      whole: wholeMap(this.data),
      up: true,
      square: true,
      margins: { left: 0, top: 0, right: 0, bottom: 0 },
      narrowest: { x: 2000, y: 2000 },
      height(width) {
        const w = this.whole;
        return Math.round(Math.min(Math.max((width * (w.y1 - w.y0)) / (w.x1 - w.x0), 260), width < 600 ? 460 : 600));
      },
      draw: (view) => {
        const c = colours();
        if (this.layers.base) drawBase(view, map, c);
        drawSides(view, map, c);
        drawLine(view, this.data, c, undefined);
        if (this.layers.light && this.isNight()) {
          view.ctx.fillStyle = c.night;
          view.ctx.fillRect(0, 0, view.width, view.height);
        }
        const labels = new Labels(view, c);
        if (this.layers.sites) drawSites(view, this.design, c, labels);
        if (this.layers.towns) drawTowns(view, map, c, labels);
        if (this.layers.known) this.drawKnown(view, c);
        if (this.layers.truth) this.drawTruth(view, c);
        if (this.layers.teams) this.drawTeams(view, c);
        drawScale(view, c);
      },
      told: (view, x, y) => {
        const motion = this.motions[this.at];
        if (this.layers.teams) {
          for (let t = 0; t < motion.teams.length; ++t) {
            const there = motion.at(t, this.now);
            if (!there || Math.hypot(view.px(there.x) - x, view.py(there.y) - y) > 7) continue;
            const team = motion.teams[t];
            return `${team.aircraft ? 'aircraft' : `patrol of ${team.people}`} ${team.id}, side ${team.side}\nkm ${(there.chainage / 1000).toFixed(1)}, ${there.moving ? 'moving' : 'standing'}`;
          }
        }
        if (this.layers.truth) {
          const [from, to] = this.recent();
          for (let i = to - 1; i >= from; --i)
            if (fateOf(this.design, i) !== undefined && Math.hypot(view.px(truth.x[i]) - x, view.py(truth.y[i]) - y) < 7)
              return incidentWords(this.data, this.design, this.calendar, i);
        }
        if (this.layers.known) {
          for (const r of this.knownNow())
            if (Math.hypot(view.px(this.design.reports.x[r]) - x, view.py(this.design.reports.y[r]) - y) < 7) return this.reportWords(r);
        }
        const site = this.layers.sites ? siteAt(view, this.design, x, y) : undefined;
        return site ? `${site.kind}: ${site.id}, side ${site.side}` : '';
      },
      clicked: (view, x, y) => {
        if (!this.layers.truth) return;
        const [from, to] = this.recent();
        for (let i = to - 1; i >= from; --i)
          if (Math.hypot(view.px(truth.x[i]) - x, view.py(truth.y[i]) - y) < 8) return this.choose(i, false);
      },
      goal: (view) => lineAtMiddle(view, map),
    };
  }

  /// Reports the mission has had by now, and not for longer than is kept.
  private knownNow(): number[] {
    const { known } = this.design.reports;
    const found: number[] = [];
    for (let r = 0; r < known.length; ++r) {
      const ms = 1000 * known[r];
      if (ms <= this.now && ms > this.now - kept) found.push(r);
    }
    return found;
  }

  private drawKnown(view: PlaneView, c: Colours): void {
    const { ctx } = view;
    const r = this.design.reports;
    const perPixel = (view.window.x1 - view.window.x0) / view.box.width;
    for (const i of this.knownNow()) {
      const x = view.px(r.x[i]);
      const y = view.py(r.y[i]);
      ctx.beginPath();
      ctx.arc(x, y, Math.min(Math.max(r.half_axis[i] / perPixel, 5), 400), 0, 2 * Math.PI);
      ctx.strokeStyle = c.series[3];
      ctx.setLineDash([3, 3]);
      ctx.lineWidth = 1.4;
      ctx.globalAlpha = 1 - 0.7 * ((this.now - 1000 * r.known[i]) / kept);
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.fillStyle = c.series[3];
      ctx.fillRect(x - 2, y - 2, 4, 4);
      if (r.verified[i] >= 0 && 1000 * r.verified[i] <= this.now) {
        ctx.lineWidth = 2;
        ctx.strokeRect(x - 5, y - 5, 10, 10);
      }
      ctx.globalAlpha = 1;
    }
  }

  private drawTruth(view: PlaneView, c: Colours): void {
    const { ctx } = view;
    const t = this.data.truth;
    const [from, to] = this.recent();
    for (let i = from; i < to; ++i) {
      const fate = fateOf(this.design, i);
      if (fate === undefined) continue;
      const x = view.px(t.x[i]);
      const y = view.py(t.y[i]);
      const since = this.now - 1000 * t.start[i];
      ctx.globalAlpha = 1 - 0.75 * (since / kept);
      drawFate(ctx, c, fate, x, y, 4.5);
      ctx.globalAlpha = 1;
      // Acts of the last minutes flash.
      let at = t.start[i];
      for (let a = this.firstAct[i]; a < this.firstAct[i + 1]; ++a) {
        at += t.act[a];
        const ago = this.now - 1000 * at;
        if (ago < 0) break;
        if (ago > 10 * 60_000) continue;
        ctx.beginPath();
        ctx.arc(x, y, 8, 0, 2 * Math.PI);
        ctx.strokeStyle = c.fate[0];
        ctx.lineWidth = 2.5;
        ctx.stroke();
        break;
      }
      if (i === this.selected) {
        ctx.strokeStyle = c.ink;
        ctx.lineWidth = 2;
        ctx.strokeRect(x - 10, y - 10, 20, 20);
      }
    }
  }

  private drawTeams(view: PlaneView, c: Colours): void {
    const motion = this.motions[this.at];
    motion.teams.forEach((team, t) => {
      const there = motion.at(t, this.now);
      if (there) drawTeam(view.ctx, c.series[0], c.paper, view.px(there.x), view.py(there.y), team.aircraft);
    });
  }

  private reportWords(r: number): string {
    const all = this.design.reports;
    const side = ['side not known', 'side A', 'side B'][all.declared[r]];
    return [
      `Report: ${this.data.kinds[all.kind[r]].title}, ${sources(all.by[r])}, ${side}`,
      `known ${this.calendar.both(1000 * all.known[r])}`,
      `somewhere within ${(all.half_axis[r] / 1000).toFixed(1)} km (95 %)`,
      all.verified[r] >= 0 && 1000 * all.verified[r] <= this.now ? `verified ${this.calendar.local(1000 * all.verified[r])}` : 'not verified by now',
    ].join('\n');
  }

  /// What a reader asks of one incident: what it came to, and who was near.
  private why(i: number): string {
    const t = this.data.truth;
    const motion = this.motions[this.at];
    let near = Infinity;
    let who = '';
    motion.teams.forEach((team, n) => {
      const there = motion.at(n, 1000 * t.start[i]);
      if (!there) return;
      const d = Math.hypot(there.x - t.x[i], there.y - t.y[i]);
      if (d < near) {
        near = d;
        who = `${team.aircraft ? 'aircraft' : 'patrol'} ${team.id}`;
      }
    });
    let fixed = Infinity;
    let what = '';
    for (const site of this.design.sites) {
      const d = Math.hypot(site.x - t.x[i], site.y - t.y[i]);
      if (d < fixed) {
        fixed = d;
        what = `${site.kind} ${site.id}`;
      }
    }
    const lines = [incidentWords(this.data, this.design, this.calendar, i)];
    lines.push(who ? `Nearest on the road or in the air when it began: ${who}, ${(near / 1000).toFixed(1)} km` : 'Nobody was on the road when it began');
    if (what) lines.push(`Nearest fixed: ${what}, ${(fixed / 1000).toFixed(1)} km`);
    const explained = this.design.explained.find((e) => e.incident === i);
    if (explained) lines.push('Chances that sensors had, nearest first:', ...explained.lines.map((line) => `\u2013 ${line}`));
    lines.push(
      'Every chance a sensor had, and what would have helped: ' +
        `ceaseline explain STUDY --design ${this.design.id} --replication ${this.data.replication} --incident ${i}`,
    );
    return lines.join('\n');
  }

  private choose(i: number, jump: boolean): void {
    this.selected = i;
    if (jump) this.moveTo(1000 * this.data.truth.start[i] + 60_000);
    else this.moveTo(this.now);
  }

  private controls(): void {
    const { data } = this;
    this.slider.type = 'range';
    this.slider.min = '0';
    this.slider.max = String(data.length);
    this.slider.step = '60000';
    this.slider.setAttribute('aria-label', 'Time');
    this.slider.addEventListener('input', () => this.moveTo(Number(this.slider.value)));
    this.clock.className = 'clock';
    const speed = select('Speed', speeds.map(([name]) => name), (i) => (this.speed = speeds[i][1]));
    const list = speed.querySelector('select');
    if (list) list.selectedIndex = 2;
    element('replay-controls').append(
      row(
        this.playButton,
        button('\u2212 1 h', 'An hour back', () => this.moveTo(this.now - hour)),
        button('+ 1 h', 'An hour on', () => this.moveTo(this.now + hour)),
        button('\u2212 1 day', 'A day back', () => this.moveTo(this.now - day)),
        button('+ 1 day', 'A day on', () => this.moveTo(this.now + day)),
        speed,
        this.clock,
      ),
      row(this.slider),
      row(
        select('Design', data.designs.map((d) => d.name), (i) => {
          this.at = i;
          this.moveTo(this.now);
        }),
        switches('Truth and knowledge', { truth: 'what happened', known: 'what the mission knew' }, this.layers, () => this.moveTo(this.now)),
        switches('Map', { teams: 'teams', sites: 'bases and sensors', towns: 'towns', light: 'night shade', base: 'coast and borders' }, this.layers, () =>
          this.moveTo(this.now),
        ),
        button('+', 'Zoom in on the replay', () => this.view.zoomMiddle(0.7)),
        button('\u2212', 'Zoom out of the replay', () => this.view.zoomMiddle(1 / 0.7)),
        button('All', 'Show the whole replay map', () => this.view.showAll()),
      ),
    );
    this.drawKey();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.drawKey());
  }

  private drawKey(): void {
    const c = colours();
    key(element('replay-key'), [
      ...fates.map((f, i) => ({
        draw: (ctx: CanvasRenderingContext2D) => drawFate(ctx, c, i as FateClass, 8, 8, 4.5),
        text: `happened: ${f.title} in the end`,
      })),
      {
        draw: (ctx) => {
          ctx.beginPath();
          ctx.arc(8, 8, 6, 0, 2 * Math.PI);
          ctx.strokeStyle = c.fate[0];
          ctx.lineWidth = 2.5;
          ctx.stroke();
        },
        text: 'an act in the last 10 min',
      },
      {
        draw: (ctx) => {
          ctx.beginPath();
          ctx.arc(8, 8, 6, 0, 2 * Math.PI);
          ctx.setLineDash([3, 3]);
          ctx.strokeStyle = c.series[3];
          ctx.stroke();
          ctx.fillStyle = c.series[3];
          ctx.fillRect(6, 6, 4, 4);
        },
        text: 'known: a report, with the circle it lies in (95 %); a box when verified',
      },
      { draw: (ctx) => drawTeam(ctx, c.series[0], c.paper, 8, 8, false), text: 'patrol' },
      { draw: (ctx) => drawTeam(ctx, c.series[0], c.paper, 8, 8, true), text: 'aircraft' },
    ]);
  }

  /// Only what has changed: most steps of the slider change no row.
  private drawList(): void {
    const { truth, known } = this.layers;
    this.told.textContent = this.selected >= 0 && truth ? this.why(this.selected) : '';
    this.happened.box.hidden = !truth;
    this.reported.box.hidden = !known;
    if (truth) this.happened.fill(this.incidentRows());
    if (known) this.reported.fill(this.reportRows());
  }

  private makeList(): void {
    this.told.style.whiteSpace = 'pre-line';
    this.told.setAttribute('role', 'status');
    const pick = select('Incidents of the last 24 h', ['all', ...fates.map((f) => f.title)], (n) => {
      this.fate = n;
      this.drawList();
    });
    const next = button('Next missed', 'Go to the next incident that was missed', () => this.nextMissed());
    const explained = button('Explained', 'Go to the next of the largest missed incidents, with the chances sensors had', () => {
      const all = this.design.explained.map((e) => e.incident);
      const at = all.indexOf(this.selected);
      if (all.length > 0) this.choose(all[(at + 1) % all.length], true);
    });
    this.happened.box.prepend(row(pick, next, explained));
    element('replay-list').append(this.told, this.happened.box, this.reported.box);
  }

  private incidentRows(): Row[] {
    const t = this.data.truth;
    const [from, to] = this.recent();
    const rows: Row[] = [];
    for (let i = to - 1; i >= from && rows.length < most; --i) {
      const fate = fateOf(this.design, i);
      if (fate === undefined || (this.fate > 0 && fate !== this.fate - 1)) continue;
      rows.push({
        key: `${this.at} ${i}`,
        cells: () => {
          const b = button(this.calendar.local(1000 * t.start[i]), `incident ${i}, and why`, () => this.choose(i, false));
          b.title = this.calendar.utc(1000 * t.start[i]);
          return [b, this.data.kinds[t.kind[i]].title, sideTitle(t.side[i]), (t.chainage[i] / 1000).toFixed(1), String(t.acts[i]),
            endedWords(this.data, this.design, i)];
        },
      });
    }
    return rows;
  }

  private nextMissed(): void {
    const { start } = this.data.truth;
    const from = Math.max(above(start, this.now / 1000), this.selected + 1);
    for (let i = from; i < start.length; ++i) if (fateOf(this.design, i) === 0) return this.choose(i, true);
  }

  private reportRows(): Row[] {
    const r = this.design.reports;
    return this.knownNow().reverse().slice(0, most).map((i) => {
      const verified = r.verified[i] >= 0 && 1000 * r.verified[i] <= this.now;
      return {
        key: `${this.at} ${i} ${verified}`,
        cells: () => {
          const when = document.createElement('span');
          when.textContent = this.calendar.local(1000 * r.known[i]);
          when.title = this.calendar.utc(1000 * r.known[i]);
          return [when, this.data.kinds[r.kind[i]].title, sources(r.by[i]), ['not known', 'A', 'B'][r.declared[i]],
            (r.half_axis[i] / 1000).toFixed(1), String(r.acts[i]), verified ? 'verified' : 'not by now'];
        },
      };
    });
  }
}
