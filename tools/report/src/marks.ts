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
  series: string[];
  fate: [string, string, string];
  night: string;
}

export function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  const dark = matchMedia('(prefers-color-scheme: dark)').matches && !matchMedia('print').matches;
  return {
    ink: of('--ink'),
    soft: of('--soft'),
    rule: of('--rule'),
    paper: of('--paper'),
    land: of('--land'),
    sea: of('--sea'),
    sideA: of('--sidea'),
    sideB: of('--sideb'),
    series: [0, 1, 2, 3, 4, 5].map((i) => of(`--s${i}`)),
    fate: [of('--s1'), of('--s5'), of('--s2')],
    night: dark ? 'rgba(0,0,0,.35)' : 'rgba(20,30,70,.12)',
  };
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

/// The same for thousands of them: each is drawn once and then copied.
export function fateSprites(c: Colours, r: number): HTMLCanvasElement[] {
  return ([0, 1, 2] as FateClass[]).map((fate) => {
    const sprite = document.createElement('canvas');
    const size = Math.ceil((2 * r + 4) * devicePixelRatio);
    sprite.width = sprite.height = size;
    const ctx = sprite.getContext('2d');
    if (ctx) {
      ctx.scale(devicePixelRatio, devicePixelRatio);
      drawFate(ctx, c, fate, size / devicePixelRatio / 2, size / devicePixelRatio / 2, r);
    }
    return sprite;
  });
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
