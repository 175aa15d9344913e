// Instants are milliseconds since the start of the period; people read local mission time, with UTC beside it.

export const hour = 3_600_000;
export const day = 24 * hour;

export class Calendar {
  constructor(
    private readonly start: number,
    private readonly offset: number,
  ) {}

  local(ms: number): string {
    return this.text(this.start + ms + this.offset) + ' local';
  }
  utc(ms: number): string {
    return this.text(this.start + ms) + ' UTC';
  }
  both(ms: number): string {
    return `${this.local(ms)} (${this.utc(ms)})`;
  }
  date(ms: number): string {
    return new Date(this.start + ms + this.offset).toISOString().slice(0, 10);
  }
  clock(ms: number): string {
    return new Date(this.start + ms + this.offset).toISOString().slice(11, 16);
  }

  /// Instants between two others at round local times, and how each is written.
  ticks(from: number, to: number, most: number): { at: number; text: string }[] {
    const shift = this.start + this.offset;
    const steps = [hour / 6, hour / 2, hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day];
    const step = steps.find((s) => (to - from) / s <= most);
    const ticks = [];
    if (step !== undefined) {
      for (let t = Math.ceil((from + shift) / step) * step; t <= to + shift; t += step) {
        const iso = new Date(t).toISOString();
        const midnight = t % day === 0;
        ticks.push({ at: t - shift, text: step >= day || midnight ? iso.slice(5, 10) : iso.slice(11, 16) });
      }
      return ticks;
    }
    const first = new Date(from + shift);
    for (let month = 0; ; ++month) {
      const t = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1);
      if (t > to + shift) return ticks;
      if (t >= from + shift) ticks.push({ at: t - shift, text: new Date(t).toISOString().slice(0, 7) });
    }
  }

  private text(utc: number): string {
    return new Date(utc).toISOString().slice(0, 16).replace('T', ' ');
  }
}

/// First index whose value is greater than `x`, in an ascending column.
export function above(values: ArrayLike<number>, x: number, from = 0, to = values.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
