// What an incident came to, as three marks that differ in shape as well as in colour.
import type { DesignData, ReportData } from './data';
import type { Calendar } from './times';

export const fates = [
  { id: 'missed', title: 'missed', shape: 'cross' },
  { id: 'detected', title: 'detected, not verified', shape: 'circle' },
  { id: 'verified', title: 'verified', shape: 'square' },
] as const;

export type FateClass = 0 | 1 | 2;

const firstVerified = 3;  // of the steps of the evidence chain

/// Nothing for what the mission's presence prevented.
export function fateOf(design: DesignData, incident: number): FateClass | undefined {
  const step = design.fates.step[incident];
  if (step < 0) return undefined;
  return step === 0 ? 0 : step < firstVerified ? 1 : 2;
}

export interface Colours {
  ink: string;
  soft: string;
  rule: string;
  paper: string;
  land: string;
  sea: string;
  sideA: string;
  sideB: string;
  trackA: string;
  trackB: string;
  series: string[];
  fate: [string, string, string];
  night: string;
}

let known: Colours | undefined;
const dark = matchMedia('(prefers-color-scheme: dark)');
const paper = matchMedia('print');
for (const change of [dark, paper]) change.addEventListener('change', () => (known = undefined));

/// Of the page's style. Asking it makes the browser work all styles out, so this is done once.
export function colours(): Colours {
  if (known) return known;
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  known = {
    ink: of('--ink'),
    soft: of('--soft'),
    rule: of('--rule'),
    paper: of('--paper'),
    land: of('--land'),
    sea: of('--sea'),
    sideA: of('--sidea'),
    sideB: of('--sideb'),
    trackA: of('--tracka'),
    trackB: of('--trackb'),
    series: [0, 1, 2, 3, 4, 5].map((i) => of(`--s${i}`)),
    fate: [of('--s1'), of('--s5'), of('--s2')],
    night: dark.matches && !paper.matches ? 'rgba(0,0,0,.35)' : 'rgba(20,30,70,.12)',
  };
  return known;
}

/// Traces the mark of a fate; the caller strokes or fills.
export function drawFate(ctx: CanvasRenderingContext2D, c: Colours, fate: FateClass, x: number, y: number, r: number): void {
  ctx.beginPath();
  if (fate === 0) {
    ctx.moveTo(x - r, y - r);
    ctx.lineTo(x + r, y + r);
    ctx.moveTo(x + r, y - r);
    ctx.lineTo(x - r, y + r);
    ctx.strokeStyle = c.fate[0];
    ctx.lineWidth = r > 3 ? 2 : 1.2;
    ctx.stroke();
    return;
  }
  if (fate === 1) ctx.arc(x, y, r, 0, 2 * Math.PI);
  else ctx.rect(x - r, y - r, 2 * r, 2 * r);
  ctx.fillStyle = c.fate[fate];
  ctx.fill();
  if (r > 3) {
    ctx.strokeStyle = c.paper;
    ctx.lineWidth = 1;
    ctx.stroke();
  }
}

/// The same marks where they are a few pixels wide: about equal ink, so that no fate looks like more than it is.
const tiny = [
  ['x...x', '.x.x.', '..x..', '.x.x.', 'x...x'],
  ['.xx.', 'x..x', 'x..x', '.xx.'],
  ['xxx', 'xxx', 'xxx'],
];
const smallest = 2.5;

function tinyPixels(fate: FateClass, word: number): number[] {
  const scale = Math.max(1, Math.round(devicePixelRatio));
  const pixels: number[] = [];
  tiny[fate].forEach((row, y) => {
    [...row].forEach((cell, x) => {
      if (cell !== 'x') return;
      for (let i = 0; i < scale * scale; ++i)
        pixels.push((x - (row.length >> 1)) * scale + (i % scale), (y - (row.length >> 1)) * scale + Math.floor(i / scale), word);
    });
  });
  return pixels;
}

/// Thousands of marks at once: each shape is drawn once, and its pixels are then written one by one.
export class ManyMarks {
  private readonly canvas = document.createElement('canvas');
  private shapes: { size: number; pixels: Int32Array }[] = [];
  private image: ImageData | undefined;
  private words = new Uint32Array(0);

  begin(c: Colours, r: number, width: number, height: number): void {
    const w = Math.round(width * devicePixelRatio);
    const h = Math.round(height * devicePixelRatio);
    this.canvas.width = w;
    this.canvas.height = h;
    this.image = this.canvas.getContext('2d')?.createImageData(w, h);
    if (this.image) this.words = new Uint32Array(this.image.data.buffer);
    this.shapes = ([0, 1, 2] as FateClass[]).map((fate) => {
      const sprite = document.createElement('canvas');
      const size = Math.ceil((2 * r + 4) * devicePixelRatio) | 1;
      sprite.width = sprite.height = size;
      const ctx = sprite.getContext('2d', { willReadFrequently: true });
      if (!ctx) return { size, pixels: new Int32Array(0) };
      const middle = size / 2 / devicePixelRatio;
      ctx.scale(devicePixelRatio, devicePixelRatio);
      drawFate(ctx, c, fate, middle, middle, r);
      const found = new Uint32Array(ctx.getImageData(0, 0, size, size).data.buffer);
      if (r < smallest) {
        ctx.fillStyle = c.fate[fate];
        ctx.fillRect(0, 0, size, size);
        const word = new Uint32Array(ctx.getImageData(0, 0, 1, 1).data.buffer)[0];
        return { size, pixels: Int32Array.from(tinyPixels(fate, word)) };
      }
      const pixels: number[] = [];
      found.forEach((word, i) => {
        if (word >>> 24 > 90) pixels.push((i % size) - (size >> 1), Math.floor(i / size) - (size >> 1), word | 0xff000000);
      });
      return { size, pixels: Int32Array.from(pixels) };
    });
  }

  put(fate: FateClass, x: number, y: number): void {
    const { image, words } = this;
    if (!image) return;
    const cx = Math.round(x * devicePixelRatio);
    const cy = Math.round(y * devicePixelRatio);
    const { size, pixels } = this.shapes[fate];
    if (cx < size || cy < size || cx >= image.width - size || cy >= image.height - size) return;
    for (let i = 0; i < pixels.length; i += 3) words[(cy + pixels[i + 1]) * image.width + cx + pixels[i]] = pixels[i + 2];
  }

  draw(onto: CanvasRenderingContext2D, width: number, height: number): void {
    if (!this.image) return;
    this.canvas.getContext('2d')?.putImageData(this.image, 0, 0);
    onto.drawImage(this.canvas, 0, 0, width, height);
  }
}

export function sideTitle(side: number): string {
  return side === 0 ? 'side A' : 'side B';
}

/// Why it ended where it did, as `ceaseline explain` begins.
export function endedWords(data: ReportData, design: DesignData, i: number): string {
  const { steps, reasons } = data.names;
  const step = design.fates.step[i];
  if (step < 0) return 'prevented: it did not happen under this design';
  const reason = reasons[design.fates.reason[i]];
  if (step === steps.length - 1) return 'verified, attributed and reported in time';
  return step === 0 ? `missed: ${reason}` : `${steps[step]}, and came no further: ${reason}`;
}

export function incidentWords(data: ReportData, design: DesignData, calendar: Calendar, i: number): string {
  const t = data.truth;
  const f = design.fates;
  const acts = t.acts[i];
  const lines = [
    `Incident ${i}: ${data.kinds[t.kind[i]].title}, ${sideTitle(t.side[i])} responsible`,
    calendar.both(1000 * t.start[i]),
    `km ${(t.chainage[i] / 1000).toFixed(1)}, ${(Math.abs(t.depth[i]) / 1000).toFixed(1)} km off the line` +
      (acts > 0 ? `; ${acts} act${acts === 1 ? '' : 's'}, ${f.heard[i]} heard, ${f.seen[i]} seen` : ''),
    `${design.name}: ${endedWords(data, design, i)}`,
  ];
  return lines.join('\n');
}
