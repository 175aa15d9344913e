// What the program packed (src/report/play.cpp): a JSON text and long columns of numbers behind it.

export type Numbers = Int8Array | Uint8Array | Int16Array | Int32Array | Float64Array;

interface Column {
  type: 'i8' | 'u8' | 'i16' | 'i32' | 'f64';
  at: number;
  n: number;
  steps?: boolean;
}

export interface Place {
  title: string;
  role: string;
  x: number;
  y: number;
}

export interface Site {
  id: string;
  kind: string;
  side: string;
  x: number;
  y: number;
}

export interface MapData {
  length: number;
  segment: number;
  side_a: string;
  side_b: string;
  title: string;
  tolerance: string;
  real: boolean;
  parts: { x: Numbers; y: Numbers; chainage: Numbers }[];
  places: Place[];
  rivers: { title: string; x: Numbers; y: Numbers }[];
  hotspots: { title: string; centre: number; width: number }[];
  base: { border: boolean; x: Numbers; y: Numbers }[];
}

export interface Truth {
  start: Numbers;
  duration: Numbers;
  x: Numbers;
  y: Numbers;
  chainage: Numbers;
  depth: Numbers;
  kind: Numbers;
  side: Numbers;
  light: Numbers;
  acts: Numbers;
  act: Numbers;
}

export interface Fates {
  step: Numbers;
  reason: Numbers;
  heard: Numbers;
  seen: Numbers;
  noticed: Numbers;
  verified: Numbers;
  reported: Numbers;
  how: Numbers;
  report: Numbers;
}

export interface Reports {
  known: Numbers;
  first: Numbers;
  x: Numbers;
  y: Numbers;
  half_axis: Numbers;
  kind: Numbers;
  declared: Numbers;
  acts: Numbers;
  by: Numbers;
  verified: Numbers;
  published: Numbers;
  incident: Numbers;
}

export interface MotionData {
  teams: { id: string; side: string; aircraft: boolean; people: number; lane: number; stays: number }[];
  stay_gap: Numbers;
  stay_length: Numbers;
  stay_origin: Numbers;
  stay_course: Numbers;
  courses: Record<
    | 'first' | 'round' | 'arrives' | 'period' | 'from' | 'to' | 'start' | 'end' | 'drive' | 'stop' | 'driven',
    Numbers
  >;
  lanes: { step: number; x: Numbers; y: Numbers }[];
}

/// Value, low, high and n; null where there is none.
export type Cell = [number | null, number | null, number | null, number];

export interface DesignData {
  id: string;
  name: string;
  fates: Fates;
  reports: Reports;
  motion: MotionData;
  heard: Numbers;
  seen: Numbers;
  sites: Site[];
  explained: { incident: number; lines: string[] }[];
  segments: Record<string, Cell[]>;
}

export interface ReportData {
  study: string;
  replication: number;
  start: number;
  length: number;
  local: number;
  reference: string;
  threshold: number;
  names: { steps: string[]; reasons: string[]; verifications: string[] };
  kinds: { title: string; object: boolean }[];
  metrics: { id: string; title: string }[];
  map: MapData;
  daylight: Numbers;
  truth: Truth;
  designs: DesignData[];
}

function read(column: Column, buffer: ArrayBuffer, base: number): Numbers {
  const at = base + column.at;
  const raw =
    column.type === 'i8' ? new Int8Array(buffer, at, column.n)
    : column.type === 'u8' ? new Uint8Array(buffer, at, column.n)
    : column.type === 'i16' ? new Int16Array(buffer, at, column.n)
    : column.type === 'i32' ? new Int32Array(buffer, at, column.n)
    : new Float64Array(buffer, at, column.n);
  if (!column.steps) return raw;
  const sums = new Float64Array(column.n);
  let sum = 0;
  for (let i = 0; i < column.n; ++i) sums[i] = sum += raw[i];
  return sums;
}

function isColumn(value: object): value is Column {
  return 'at' in value && 'type' in value && 'n' in value;
}

/// Puts the columns where the JSON names them.
function filled(value: unknown, buffer: ArrayBuffer, base: number): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one) => filled(one, buffer, base));
  if (isColumn(value)) return read(value, buffer, base);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, buffer, base)]));
}

export async function unpacked(base64: string): Promise<ReportData> {
  const packed = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  const buffer = await new Response(stream).arrayBuffer();
  const size = new DataView(buffer).getUint32(0, true);
  const json: unknown = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, size)));
  return filled(json, buffer, 4 + size) as ReportData;
}
