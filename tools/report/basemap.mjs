// Coasts and borders of the world in a few bytes a point: per line a 1 for a border or a 0 for a coast, the number of
// points, and the points as zigzag differences of ten-thousandths of a degree, all in groups of seven bits. The program
// clips them to the window of a map (src/report/play_map.cpp reads this form).
import { createRequire } from 'node:module';
import { mesh } from 'topojson-client';

const atlas = createRequire(import.meta.url)('world-atlas/countries-10m.json');
const grid = 1e4;

// Natural Earth draws a border across the neck of Crimea by a policy of its own, and others draw none there. No border is
// drawn in this box; the coast is.
const crimea = { west: 32.2, south: 44.2, east: 36.8, north: 46.3 };

const atCrimea = ([lon, lat]) =>
  lon > crimea.west && lon < crimea.east && lat > crimea.south && lat < crimea.north;

function outside(line) {
  const parts = [[]];
  for (const point of line) {
    if (!atCrimea(point)) parts[parts.length - 1].push(point);
    else if (parts[parts.length - 1].length > 0) parts.push([]);
  }
  return parts.filter((part) => part.length > 1);
}

function number(out, value) {
  let rest = value;
  while (rest >= 0x80) {
    out.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  out.push(rest);
}

function put(out, border, line) {
  number(out, border ? 1 : 0);
  number(out, line.length);
  let before = [0, 0];
  for (const point of line) {
    const here = point.map((degrees) => Math.round(degrees * grid));
    for (const axis of [0, 1]) {
      const step = here[axis] - before[axis];
      number(out, step < 0 ? -2 * step - 1 : 2 * step);
    }
    before = here;
  }
}

export function basemap() {
  const out = [];
  const countries = atlas.objects.countries;
  for (const line of mesh(atlas, countries, (a, b) => a === b).coordinates) put(out, false, line);
  for (const line of mesh(atlas, countries, (a, b) => a !== b).coordinates)
    for (const part of outside(line)) put(out, true, part);
  return Uint8Array.from(out);
}
