// Chainage across, time down: what was covered, where patrols went, and what became of incidents.
import { PlaneView, type Scene } from './canvas';
import { button, element, key, row, select, switches } from './controls';
import type { DesignData, Numbers, ReportData } from './data';
import { colours, drawFate, fateOf, fates, incidentWords, ManyMarks, type Colours, type FateClass } from './marks';
import { Motion } from './motion';
import { above, day, hour, type Calendar } from './times';

const levels = 15;

/// Sums over hours, so that the mean over any of them is two look-ups.
class Covered {
  readonly hours: number;
  readonly segments: number;
  private readonly sums: Uint32Array;
  private readonly level: Uint8Array;

  constructor(packed: Numbers, hours: number, segments: number) {
    this.hours = hours;
    this.segments = segments;
    this.sums = new Uint32Array(segments * (hours + 1));
    this.level = new Uint8Array(segments * hours);
    const bytes = Math.ceil(hours / 2);
    for (let s = 0; s < segments; ++s) {
      for (let h = 0; h < hours; ++h) {
        const byte = packed[s * bytes + (h >> 1)];
        const level = h % 2 === 0 ? byte & 15 : byte >> 4;
        this.level[s * hours + h] = level;
        this.sums[s * (hours + 1) + h + 1] = this.sums[s * (hours + 1) + h] + level;
      }
    }
  }
  mean(segment: number, from: number, to: number): number {
    const row = segment * (this.hours + 1);
    return (this.sums[row + to] - this.sums[row + from]) / (levels * Math.max(1, to - from));
  }
  share(segment: number, h: number): number {
    return this.level[segment * this.hours + h] / levels;
  }
  /// Hours round `h` in which nothing was covered at all, both ends; undefined where something was.
  gap(segment: number, h: number): [number, number] | undefined {
    const at = (i: number): number => this.level[segment * this.hours + i];
    if (at(h) > 0) return undefined;
    let from = h;
    let to = h + 1;
    while (from > 0 && at(from - 1) === 0) --from;
    while (to < this.hours && at(to) === 0) ++to;
    return [from, to];
  }
}

function rgb(colour: string): [number, number, number] {
  const ctx = document.createElement('canvas').getContext('2d');
  if (!ctx) return [0, 0, 0];
  ctx.fillStyle = colour;
  ctx.fillRect(0, 0, 1, 1);
  const [r, g, b] = ctx.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
}


export function makeSpaceTime(data: ReportData, calendar: Calendar, motions: Motion[]): PlaneView {
  const { map, truth } = data;
  const hours = Math.ceil(data.length / hour);
  const segments = Math.ceil(map.length / map.segment - 1e-9);
  const cache = new Map<Numbers, Covered>();
  const coveredBy = (packed: Numbers): Covered => {
    const known = cache.get(packed) ?? new Covered(packed, hours, segments);
    cache.set(packed, known);
    return known;
  };
  let at = 0;
  let design: DesignData = data.designs[0];
  let channel: 'seen' | 'heard' = 'seen';
  const layers = { covered: true, tracks: true, aircraft: false, missed: true, detected: true, verified: true, hotspots: true };
  const raster = document.createElement('canvas');
  const marks = new ManyMarks();

  const drawCovered = (view: PlaneView, c: Colours): void => {
    const covered = coveredBy(design[channel]);
    const { window: w, box } = view;
    const s0 = Math.max(0, Math.floor(w.x0 / map.segment));
    const s1 = Math.min(segments, Math.ceil(w.x1 / map.segment));
    const h0 = Math.max(0, Math.floor(w.y0 / hour));
    const h1 = Math.min(hours, Math.ceil(w.y1 / hour));
    const rows = Math.max(1, Math.min(h1 - h0, Math.round(box.height)));
    raster.width = s1 - s0;
    raster.height = rows;
    const ctx = raster.getContext('2d');
    if (!ctx) return;
    const image = ctx.createImageData(raster.width, rows);
    const [pr, pg, pb] = rgb(c.paper);
    const [r, g, b] = rgb(c.series[0]);
    for (let i = 0; i < rows; ++i) {
      const from = h0 + Math.floor((i * (h1 - h0)) / rows);
      const to = Math.max(from + 1, h0 + Math.floor(((i + 1) * (h1 - h0)) / rows));
      for (let s = s0; s < s1; ++s) {
        const share = covered.mean(s, from, to);
        const k = 4 * (i * raster.width + s - s0);
        const f = 0.72 * Math.sqrt(share);
        image.data[k] = pr + f * (r - pr);
        image.data[k + 1] = pg + f * (g - pg);
        image.data[k + 2] = pb + f * (b - pb);
        image.data[k + 3] = 255;
      }
    }
    ctx.putImageData(image, 0, 0);
    view.ctx.imageSmoothingEnabled = false;
    const left = view.px(s0 * map.segment);
    const top = view.py(h0 * hour);
    view.ctx.drawImage(raster, left, top, view.px(s1 * map.segment) - left, view.py(h1 * hour) - top);
  };

  const drawNights = (view: PlaneView, c: Colours): void => {
    if (view.window.y1 - view.window.y0 > 21 * day) return;
    view.ctx.fillStyle = c.night;
    const turns = data.daylight;
    for (let i = -1; i < turns.length; i += 2) {
      const from = i < 0 ? 0 : 1000 * turns[i];
      const to = i + 1 < turns.length ? 1000 * turns[i + 1] : data.length;
      if (to < view.window.y0 || from > view.window.y1) continue;
      view.ctx.fillRect(view.box.left, view.py(from), view.box.width, view.py(to) - view.py(from));
    }
  };

  const drawTracks = (view: PlaneView, c: Colours): void => {
    const { ctx, window: w } = view;
    if (w.y1 - w.y0 > 8 * day) return;
    const motion = motions[at];
    const step = Math.max((w.y1 - w.y0) / view.box.height, 60_000);
    ctx.lineWidth = 1.1;
    motion.teams.forEach((team, t) => {
      if (team.aircraft ? !layers.aircraft : !layers.tracks) return;
      ctx.strokeStyle = team.side === 'A' ? c.trackA : c.trackB;
      ctx.beginPath();
      let going = false;
      for (let ms = w.y0; ms <= w.y1; ms += step) {
        const there = motion.at(t, ms);
        if (there && going) ctx.lineTo(view.px(there.chainage), view.py(ms));
        else if (there) ctx.moveTo(view.px(there.chainage), view.py(ms));
        going = there !== undefined;
      }
      ctx.stroke();
    });
  };

  const firstShown = (view: PlaneView): number => above(truth.start, view.window.y0 / 1000 - 86_400);

  const drawIncidents = (view: PlaneView, c: Colours): void => {
    const { ctx, window: w } = view;
    const span = w.y1 - w.y0;
    const r = (span < 10 * day ? 4 : span < 60 * day ? 2.5 : 1.5) * (view.width < 600 ? 0.7 : 1);
    marks.begin(c, r, view.width, view.height);
    const last = above(truth.start, w.y1 / 1000);
    for (let i = firstShown(view); i < last; ++i) {
      const fate = fateOf(design, i);
      if (fate === undefined || !layers[fates[fate].id]) continue;
      if (truth.chainage[i] < w.x0 || truth.chainage[i] > w.x1) continue;
      const x = view.px(truth.chainage[i]);
      const y = view.py(1000 * truth.start[i]);
      if (span < 3 * day) {
        ctx.strokeStyle = c.fate[fate];
        ctx.lineWidth = 2;
        ctx.beginPath();
        ctx.moveTo(x, y);
        ctx.lineTo(x, view.py(1000 * (truth.start[i] + truth.duration[i])));
        ctx.stroke();
      }
      marks.put(fate, x, y);
    }
    marks.draw(ctx, view.width, view.height);
  };

  const drawAxes = (view: PlaneView, c: Colours): void => {
    const { ctx, box, window: w } = view;
    ctx.clearRect(0, 0, view.width, box.top);
    ctx.clearRect(0, 0, box.left, view.height);
    ctx.clearRect(0, box.top + box.height, view.width, view.height);
    ctx.clearRect(box.left + box.width, 0, view.width, view.height);
    ctx.fillStyle = c.soft;
    ctx.strokeStyle = c.rule;
    ctx.lineWidth = 1;
    ctx.font = '12px system-ui, sans-serif';
    ctx.textAlign = 'center';
    const target = (w.x1 - w.x0) / 1000 / (box.width / 70);
    const power = 10 ** Math.floor(Math.log10(target));
    const step = ([1, 2, 5, 10].find((f) => f * power >= target) ?? 10) * power;
    for (let km = Math.ceil(w.x0 / 1000 / step) * step; km <= w.x1 / 1000 + 1e-9; km += step) {
      const x = view.px(1000 * km);
      ctx.fillText(`${+km.toFixed(1)}`, x, box.top - 8);
      ctx.beginPath();
      ctx.moveTo(x, box.top - 4);
      ctx.lineTo(x, box.top);
      ctx.stroke();
    }
    ctx.textAlign = 'left';
    ctx.fillText('km along the line', box.left, 12);
    ctx.textAlign = 'right';
    for (const tick of calendar.ticks(w.y0, w.y1, 12)) {
      const y = view.py(tick.at);
      if (y < box.top + 4 || y > box.top + box.height) continue;
      ctx.fillText(tick.text, box.left - 6, y + 4);
      ctx.beginPath();
      ctx.moveTo(box.left - 4, y);
      ctx.lineTo(box.left, y);
      ctx.stroke();
    }
    ctx.textAlign = 'left';
    ctx.strokeRect(box.left, box.top, box.width, box.height);
    if (!layers.hotspots) return;
    ctx.fillStyle = c.ink;
    for (const h of map.hotspots) {
      const from = Math.max(view.px(h.centre - 2 * h.width), box.left);
      const to = Math.min(view.px(h.centre + 2 * h.width), box.left + box.width);
      if (to > from) ctx.fillRect(from, box.top + box.height + 3, to - from, 3);
    }
  };

  const scene: Scene = {
    whole: { x0: 0, x1: map.length, y0: 0, y1: data.length },
    up: false,
    square: false,
    margins: { left: 62, top: 34, right: 10, bottom: 12 },
    narrowest: { x: 2000, y: hour },
    height: (width) => (width < 600 ? 480 : 620),
    draw(view) {
      const c = colours();
      view.ctx.textAlign = 'left';
      if (layers.covered) drawCovered(view, c);
      drawNights(view, c);
      drawTracks(view, c);
      drawIncidents(view, c);
      drawAxes(view, c);
    },
    told(view, x, y) {
      const { box } = view;
      if (x < box.left || y < box.top || x > box.left + box.width || y > box.top + box.height) return '';
      let best = 7;
      let incident = -1;
      const last = above(truth.start, view.window.y1 / 1000);
      for (let i = firstShown(view); i < last; ++i) {
        const fate = fateOf(design, i);
        if (fate === undefined || !layers[fates[fate].id]) continue;
        const d = Math.hypot(view.px(truth.chainage[i]) - x, view.py(1000 * truth.start[i]) - y);
        if (d < best) {
          best = d;
          incident = i;
        }
      }
      if (incident >= 0) return incidentWords(data, design, calendar, incident);
      const covered = coveredBy(design[channel]);
      const s = Math.min(segments - 1, Math.max(0, Math.floor(view.x(x) / map.segment)));
      const h = Math.min(hours - 1, Math.max(0, Math.floor(view.y(y) / hour)));
      const gap = covered.gap(s, h);
      const words = gap
        ? `not ${channel} for ${gap[1] - gap[0]} h or more: from ${calendar.local(gap[0] * hour)} to ${calendar.local(gap[1] * hour)}` +
          (gap[0] === 0 || gap[1] === hours ? ', cut by the period' : '')
        : `${channel} ${Math.round(100 * covered.share(s, h))} % of this hour`;
      return `km ${((s * map.segment) / 1000).toFixed(0)} to ${(Math.min(map.length, (s + 1) * map.segment) / 1000).toFixed(0)}\n${calendar.both(h * hour)}\n${design.name}: ${words}`;
    },
  };
  const view = new PlaneView(element('spacetime-view'), 'Space-time diagram: chainage across, time down', scene);

  const span = (length: number): void => {
    const middle = (view.window.y0 + view.window.y1) / 2;
    const from = length >= data.length ? 0 : Math.floor((middle - length / 2) / day) * day;
    view.show({ ...view.window, y0: Math.max(0, from), y1: Math.max(0, from) + Math.min(length, data.length) });
  };
  const drawKey = (): void => {
    const c = colours();
    const line = (colour: string) => (ctx: CanvasRenderingContext2D) => {
      ctx.strokeStyle = colour;
      ctx.lineWidth = 2;
      ctx.beginPath();
      ctx.moveTo(1, 14);
      ctx.lineTo(15, 2);
      ctx.stroke();
    };
    key(element('spacetime-key'), [
      ...fates.map((f, i) => ({ draw: (ctx: CanvasRenderingContext2D) => drawFate(ctx, c, i as FateClass, 8, 8, 4.5), text: f.title })),
      {
        draw: (ctx) => {
          ctx.globalAlpha = 0.72;
          ctx.fillStyle = c.series[0];
          ctx.fillRect(0, 2, 16, 12);
        },
        text: `covered (chance to notice one act of "${data.reference}" at least ${data.threshold}); the paler, the less; blank is a gap`,
      },
      { draw: line(c.trackA), text: 'track on side A (8 days and nearer)' },
      { draw: line(c.trackB), text: 'track on side B' },
      ...(map.hotspots.length > 0
        ? [{
            draw: (ctx: CanvasRenderingContext2D) => {
              ctx.fillStyle = c.ink;
              ctx.fillRect(0, 7, 16, 3);
            },
            text: 'known hotspot, two widths either way',
          }]
        : []),
    ]);
  };
  drawKey();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawKey);

  element('spacetime-controls').append(
    row(
      select('Design', data.designs.map((d) => d.name), (i) => {
        at = i;
        design = data.designs[i];
        view.redraw();
      }),
      select('Covered by', ['sight', 'hearing'], (i) => {
        channel = i === 0 ? 'seen' : 'heard';
        view.redraw();
      }),
      ...([['All', data.length], ['30 days', 30 * day], ['Week', 7 * day], ['Day', day], ['Hour', hour]] as [string, number][])
        .filter(([name, length]) => name === 'All' || length < data.length)
        .map(([name, length]) => button(name, `Show ${name === 'All' ? 'the whole period' : `one span of: ${name.toLowerCase()}`}`, () => {
          if (name === 'All') view.showAll();
          else span(length);
        })),
      button('+', 'Zoom in on the diagram', () => view.zoomMiddle(0.6)),
      button('\u2212', 'Zoom out of the diagram', () => view.zoomMiddle(1 / 0.6)),
    ),
    row(
      switches('Layers', {
        covered: 'covered', tracks: 'tracks of patrols', aircraft: 'tracks of aircraft', missed: 'missed', detected: 'detected',
        verified: 'verified', hotspots: 'hotspots',
      }, layers, () => view.redraw()),
    ),
  );
  return view;
}
