// What lies under everything on a map: coast, borders, sides, the line, towns, bases and sensors, the scale bar.
import type { PlaneView, Window } from './canvas';
import type { Cell, DesignData, MapData, ReportData, Site } from './data';
import type { Colours } from './marks';
import { above } from './times';

/// Light to dark for little to much (viridis, which keeps its order for all eyes and in grey).
const ramp = ['#fde725', '#90d743', '#35b779', '#21918c', '#31688e', '#443983', '#440154'];

export const shades = ramp.length;

export function shade(share: number): string {
  return ramp[Math.min(ramp.length - 1, Math.max(0, Math.floor(share * ramp.length)))];
}

/// The window that holds the line and all that belongs to it.
export function wholeMap(data: ReportData): Window {
  const w = { x0: Infinity, x1: -Infinity, y0: Infinity, y1: -Infinity };
  const take = (x: number, y: number): void => {
    w.x0 = Math.min(w.x0, x);
    w.x1 = Math.max(w.x1, x);
    w.y0 = Math.min(w.y0, y);
    w.y1 = Math.max(w.y1, y);
  };
  for (const part of data.map.parts) for (let i = 0; i < part.x.length; ++i) take(part.x[i], part.y[i]);
  for (const design of data.designs) for (const site of design.sites) take(site.x, site.y);
  const edge = 0.06 * Math.max(w.x1 - w.x0, w.y1 - w.y0) + 4000;
  return { x0: w.x0 - edge, x1: w.x1 + edge, y0: w.y0 - edge, y1: w.y1 + edge };
}

/// The place of a chainage on the line.
export function onLine(map: MapData, chainage: number): { x: number; y: number } {
  for (const part of map.parts) {
    const n = part.chainage.length;
    if (chainage > part.chainage[n - 1] && part !== map.parts[map.parts.length - 1]) continue;
    const i = Math.min(Math.max(above(part.chainage, chainage) - 1, 0), n - 2);
    const f = (chainage - part.chainage[i]) / (part.chainage[i + 1] - part.chainage[i]);
    const g = Math.min(Math.max(f, 0), 1);
    return { x: part.x[i] + g * (part.x[i + 1] - part.x[i]), y: part.y[i] + g * (part.y[i + 1] - part.y[i]) };
  }
  return { x: 0, y: 0 };
}

/// The line from one chainage to another, with its corners.
function stretch(map: MapData, from: number, to: number): { x: number; y: number }[] {
  const points = [onLine(map, from)];
  for (const part of map.parts)
    for (let i = 0; i < part.x.length; ++i)
      if (part.chainage[i] > from && part.chainage[i] < to) points.push({ x: part.x[i], y: part.y[i] });
  points.push(onLine(map, to));
  return points;
}

function trace(view: PlaneView, points: { x: number; y: number }[]): void {
  view.ctx.beginPath();
  points.forEach((p, i) => (i === 0 ? view.ctx.moveTo(view.px(p.x), view.py(p.y)) : view.ctx.lineTo(view.px(p.x), view.py(p.y))));
}

export function drawBase(view: PlaneView, map: MapData, c: Colours): void {
  const { ctx } = view;
  ctx.lineJoin = 'round';
  for (const line of map.base) {
    ctx.beginPath();
    for (let i = 0; i < line.x.length; ++i) {
      if (i === 0) ctx.moveTo(view.px(line.x[i]), view.py(line.y[i]));
      else ctx.lineTo(view.px(line.x[i]), view.py(line.y[i]));
    }
    if (!line.border) {
      ctx.strokeStyle = c.sea;
      ctx.lineWidth = 9;
      ctx.setLineDash([]);
      ctx.stroke();
    }
    ctx.strokeStyle = c.soft;
    ctx.lineWidth = line.border ? 1 : 1.2;
    ctx.setLineDash(line.border ? [6, 3, 1, 3] : []);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  ctx.strokeStyle = c.sea;
  ctx.lineWidth = 3.5;
  for (const river of map.rivers) {
    trace(view, Array.from(river.x, (x, i) => ({ x, y: river.y[i] })));
    ctx.stroke();
  }
}

/// A band of colour on either side, as wide on the screen at any zoom: it says which side is which, not how far a side goes.
export function drawSides(view: PlaneView, map: MapData, c: Colours): void {
  const { ctx } = view;
  const step = Math.max(map.length / 240, 12 * ((view.window.x1 - view.window.x0) / view.box.width));
  const reach = 9;
  for (const [sign, colour] of [[-1, c.sideA], [1, c.sideB]] as [number, string][]) {
    ctx.beginPath();
    for (let at = 0; ; at += step) {
      const here = onLine(map, Math.min(at, map.length));
      const before = onLine(map, Math.max(0, Math.min(at, map.length) - 2 * step));
      const after = onLine(map, Math.min(map.length, at + 2 * step));
      const dx = view.px(after.x) - view.px(before.x);
      const dy = view.py(after.y) - view.py(before.y);
      const length = Math.hypot(dx, dy) || 1;
      // Side A is left of the direction of chainage; on the screen y points down.
      const x = view.px(here.x) - (sign * dy * reach) / length;
      const y = view.py(here.y) + (sign * dx * reach) / length;
      if (at === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
      if (at >= map.length) break;
    }
    ctx.strokeStyle = colour;
    ctx.globalAlpha = 0.55;
    ctx.lineWidth = 12;
    ctx.lineCap = 'butt';
    ctx.stroke();
    ctx.globalAlpha = 1;
  }
}

export function drawLine(view: PlaneView, data: ReportData, c: Colours, cells: Cell[] | undefined): void {
  const { ctx } = view;
  const { map } = data;
  ctx.lineCap = 'butt';
  ctx.lineJoin = 'round';
  for (const part of map.parts) {
    ctx.beginPath();
    for (let i = 0; i < part.x.length; ++i) {
      if (i === 0) ctx.moveTo(view.px(part.x[i]), view.py(part.y[i]));
      else ctx.lineTo(view.px(part.x[i]), view.py(part.y[i]));
    }
    ctx.strokeStyle = c.ink;
    ctx.lineWidth = cells ? 8 : 2;
    ctx.stroke();
  }
  if (!cells) return;
  cells.forEach((cell, s) => {
    trace(view, stretch(map, s * map.segment, Math.min(map.length, (s + 1) * map.segment)));
    ctx.strokeStyle = cell[0] === null ? c.rule : shade(cell[0]);
    ctx.lineWidth = 5.5;
    ctx.stroke();
  });
}

/// Keeps names from lying over each other.
export class Labels {
  private readonly taken: { x: number; y: number; w: number }[] = [];
  constructor(
    private readonly view: PlaneView,
    private readonly c: Colours,
  ) {}
  put(text: string, x: number, y: number, size = 12): void {
    const { ctx } = this.view;
    ctx.font = `${size}px system-ui, sans-serif`;
    const w = ctx.measureText(text).width;
    const left = x + 7 + w > this.view.width ? x - 7 - w : x + 7;
    if (left < 2 || y < 10 || y > this.view.height - 4) return;
    for (const t of this.taken) if (left < t.x + t.w + 4 && left + w + 4 > t.x && Math.abs(y - t.y) < size + 2) return;
    this.taken.push({ x: left, y, w });
    ctx.lineWidth = 3;
    ctx.strokeStyle = this.c.land;
    ctx.strokeText(text, left, y + 4);
    ctx.fillStyle = this.c.ink;
    ctx.fillText(text, left, y + 4);
  }
}

const siteShapes: Record<string, (ctx: CanvasRenderingContext2D, x: number, y: number) => void> = {
  base: (ctx, x, y) => ctx.rect(x - 5, y - 5, 10, 10),
  camera: (ctx, x, y) => {
    ctx.moveTo(x, y - 5);
    ctx.lineTo(x + 5, y + 4);
    ctx.lineTo(x - 5, y + 4);
    ctx.closePath();
  },
  'listening post': (ctx, x, y) => ctx.arc(x, y, 4, 0, 2 * Math.PI),
  'acoustic array': (ctx, x, y) => {
    ctx.moveTo(x, y - 5);
    ctx.lineTo(x + 5, y);
    ctx.lineTo(x, y + 5);
    ctx.lineTo(x - 5, y);
    ctx.closePath();
  },
};

export const siteKinds = Object.keys(siteShapes);

export function drawSite(ctx: CanvasRenderingContext2D, c: Colours, kind: string, x: number, y: number): void {
  ctx.beginPath();
  (siteShapes[kind] ?? siteShapes['listening post'])(ctx, x, y);
  ctx.fillStyle = kind === 'base' ? c.ink : c.paper;
  ctx.fill();
  ctx.strokeStyle = kind === 'base' ? c.paper : c.ink;
  ctx.lineWidth = 1.3;
  ctx.stroke();
}

/// Large things first, so that a base's name stands where there is room for one.
export function drawSites(view: PlaneView, design: DesignData, c: Colours, labels: Labels): void {
  for (const kind of [...siteKinds].reverse())
    for (const s of design.sites) if (s.kind === kind) drawSite(view.ctx, c, kind, view.px(s.x), view.py(s.y));
  for (const s of design.sites) if (s.kind === 'base') labels.put(s.id, view.px(s.x), view.py(s.y));
}

export function drawTowns(view: PlaneView, map: MapData, c: Colours, labels: Labels): void {
  const perPixel = (view.window.x1 - view.window.x0) / view.box.width;
  const { ctx } = view;
  for (const p of map.places) {
    if (p.role !== 'settlement') continue;
    ctx.beginPath();
    ctx.arc(view.px(p.x), view.py(p.y), 1.8, 0, 2 * Math.PI);
    ctx.fillStyle = c.soft;
    ctx.fill();
  }
  for (const r of map.rivers) {
    const middle = Math.floor(r.x.length / 2);
    labels.put(r.title, view.px(r.x[middle]), view.py(r.y[middle]), 11);
  }
  // Villages get their names when the map is near enough for them.
  if (perPixel < 150) for (const p of map.places) if (p.role === 'settlement') labels.put(p.title, view.px(p.x), view.py(p.y), 11);
}

export function drawScale(view: PlaneView, c: Colours): void {
  const { ctx } = view;
  const perPixel = (view.window.x1 - view.window.x0) / view.box.width;
  const target = 120 * perPixel;
  const power = 10 ** Math.floor(Math.log10(target));
  const length = [5, 2, 1].map((f) => f * power).find((l) => l <= target) ?? power;
  const px = length / perPixel;
  const x = view.width - px - 14;
  const y = view.height - 14;
  const text = length >= 1000 ? `${length / 1000} km` : `${length} m`;
  ctx.fillStyle = c.land;
  ctx.globalAlpha = 0.8;
  ctx.fillRect(x - 6, y - 20, px + 12, 28);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = c.ink;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(x, y - 4);
  ctx.lineTo(x, y);
  ctx.lineTo(x + px, y);
  ctx.lineTo(x + px, y - 4);
  ctx.stroke();
  ctx.fillStyle = c.ink;
  ctx.font = '12px system-ui, sans-serif';
  ctx.fillText(text, x + 4, y - 6);
}

export function siteAt(view: PlaneView, design: DesignData, x: number, y: number): Site | undefined {
  return design.sites.find((s) => Math.hypot(view.px(s.x) - x, view.py(s.y) - y) < 7);
}

export function townAt(view: PlaneView, map: MapData, x: number, y: number): string {
  const found = map.places.find((p) => p.role === 'settlement' && Math.hypot(view.px(p.x) - x, view.py(p.y) - y) < 5);
  return found ? found.title : '';
}

/// Chainage of the place of the line nearest to a pixel, where that is near enough.
export function chainageAt(view: PlaneView, map: MapData, x: number, y: number, near = 9): number | undefined {
  let best = near;
  let found: number | undefined;
  for (const part of map.parts) {
    for (let i = 0; i + 1 < part.x.length; ++i) {
      const ax = view.px(part.x[i]);
      const ay = view.py(part.y[i]);
      const bx = view.px(part.x[i + 1]);
      const by = view.py(part.y[i + 1]);
      const l2 = (bx - ax) ** 2 + (by - ay) ** 2;
      const f = l2 > 0 ? Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / l2)) : 0;
      const d = Math.hypot(ax + f * (bx - ax) - x, ay + f * (by - ay) - y);
      if (d < best) {
        best = d;
        found = part.chainage[i] + f * (part.chainage[i + 1] - part.chainage[i]);
      }
    }
  }
  return found;
}

/// The pixel of the line nearest to the middle of the picture.
export function lineAtMiddle(view: PlaneView, map: MapData): { x: number; y: number } {
  const { box } = view;
  const chainage = chainageAt(view, map, box.left + box.width / 2, box.top + box.height / 2, Infinity);
  const place = onLine(map, chainage ?? 0);
  return { x: view.px(place.x), y: view.py(place.y) };
}
