// The map of the study: the line in the colour of an estimate, and the incidents of one replication.
import { PlaneView, type Scene } from './canvas';
import { button, element, key, row, select, switches } from './controls';
import type { ReportData } from './data';
import {
  chainageAt, drawBase, drawLine, drawScale, drawSides, drawSite, drawSites, drawTowns, Labels, lineAtMiddle, shade, shades, siteAt,
  siteKinds, townAt, wholeMap,
} from './ground';
import { colours, drawFate, fateOf, fates, incidentWords, ManyMarks, type FateClass } from './marks';
import type { Calendar } from './times';

export function makeMap(data: ReportData, calendar: Calendar): PlaneView {
  const { map, truth } = data;
  let design = data.designs[0];
  let metric = 0;
  const marks = new ManyMarks();
  const layers = { line: true, sides: true, base: true, towns: true, sites: true, missed: true, detected: true, verified: true };

  const nearest = (view: PlaneView, x: number, y: number): number | undefined => {
    let best = 7;
    let found: number | undefined;
    for (let i = 0; i < truth.x.length; ++i) {
      const fate = fateOf(design, i);
      if (fate === undefined || !layers[fates[fate].id]) continue;
      const d = Math.hypot(view.px(truth.x[i]) - x, view.py(truth.y[i]) - y);
      if (d < best) {
        best = d;
        found = i;
      }
    }
    return found;
  };

  const lineWords = (chainage: number): string => {
    const s = Math.min(Math.floor(chainage / map.segment), Math.ceil(map.length / map.segment) - 1);
    const cell = design.segments[data.metrics[metric].id][s];
    const percent = (share: number | null): string => (share === null ? '' : (100 * share).toFixed(1));
    const value =
      cell[0] === null ? 'nothing to be a share of'
      : cell[1] === null ? `${percent(cell[0])} % (no interval)`
      : `${percent(cell[0])} % [${percent(cell[1])}, ${percent(cell[2])}]`;
    const to = Math.min(map.length, (s + 1) * map.segment) / 1000;
    return `km ${(s * map.segment) / 1000} to ${to.toFixed(0)}\n${design.name}, ${data.metrics[metric].title}: ${value}, n ${cell[3]}`;
  };

  const scene: Scene = {
    whole: wholeMap(data),
    up: true,
    square: true,
    margins: { left: 0, top: 0, right: 0, bottom: 0 },
    narrowest: { x: 2000, y: 2000 },
    height(width) {
      const w = scene.whole;
      const natural = (width * (w.y1 - w.y0)) / (w.x1 - w.x0);
      return Math.round(Math.min(Math.max(natural, 260), width < 600 ? 460 : 640));
    },
    draw(view) {
      const c = colours();
      if (layers.base) drawBase(view, map, c);
      if (layers.sides) drawSides(view, map, c);
      const r = view.window.x1 - view.window.x0 < 60_000 ? 4 : view.width < 600 ? 1.4 : 2;
      marks.begin(c, r, view.width, view.height);
      // In the order of time: one fate on top of the others would look like more of it.
      for (let i = 0; i < truth.x.length; ++i) {
        const fate = fateOf(design, i);
        if (fate !== undefined && layers[fates[fate].id]) marks.put(fate, view.px(truth.x[i]), view.py(truth.y[i]));
      }
      marks.draw(view.ctx, view.width, view.height);
      drawLine(view, data, c, layers.line ? design.segments[data.metrics[metric].id] : undefined);
      const labels = new Labels(view, c);
      if (layers.sites) drawSites(view, design, c, labels);
      if (layers.towns) drawTowns(view, map, c, labels);
      drawScale(view, c);
    },
    told(view, x, y) {
      const site = layers.sites ? siteAt(view, design, x, y) : undefined;
      if (site) return `${site.kind}: ${site.id}, side ${site.side}`;
      const chainage = chainageAt(view, map, x, y, 6);
      if (chainage !== undefined) return lineWords(chainage);
      const incident = nearest(view, x, y);
      if (incident !== undefined) return incidentWords(data, design, calendar, incident);
      return layers.towns ? townAt(view, map, x, y) : '';
    },
    goal: (view) => lineAtMiddle(view, map),
  };
  const view = new PlaneView(element('map-view'), 'Map of the line', scene);

  const drawKey = (): void => {
    const c = colours();
    key(element('map-key'), [
      {
        draw: (ctx: CanvasRenderingContext2D) => {
          for (let i = 0; i < shades; ++i) {
            ctx.fillStyle = shade((i + 0.5) / shades);
            ctx.fillRect(12 * i, 3, 12, 10);
          }
        },
        width: 12 * shades,
        text: '0 to 100 % of the colour of the line',
      },
      ...fates.map((f, i) => ({
        draw: (ctx: CanvasRenderingContext2D) => drawFate(ctx, c, i as FateClass, 8, 8, 4.5),
        text: f.title,
      })),
      ...siteKinds.map((kind) => ({ draw: (ctx: CanvasRenderingContext2D) => drawSite(ctx, c, kind, 8, 8), text: kind })),
      ...([[c.sideA, `side A${map.side_a ? `: ${map.side_a}` : ''}`], [c.sideB, `side B${map.side_b ? `: ${map.side_b}` : ''}`]] as const).map(
        ([colour, text]) => ({
          draw: (ctx: CanvasRenderingContext2D) => {
            ctx.globalAlpha = 0.55;
            ctx.fillStyle = colour;
            ctx.fillRect(0, 2, 16, 12);
          },
          text,
        }),
      ),
    ]);
  };
  drawKey();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawKey);

  element('map-controls').append(
    row(
      select('Design', data.designs.map((d) => d.name), (i) => {
        design = data.designs[i];
        view.redraw();
      }),
      select('Colour of the line', data.metrics.map((m) => m.title), (i) => {
        metric = i;
        view.redraw();
      }),
      button('+', 'Zoom in on the map', () => view.zoomMiddle(0.7)),
      button('\u2212', 'Zoom out of the map', () => view.zoomMiddle(1 / 0.7)),
      button('All', 'Show the whole map', () => view.showAll()),
    ),
    row(
      switches('Layers', {
        line: 'estimate on the line', sides: 'sides', base: 'coast and borders', towns: 'towns', sites: 'bases and sensors',
        missed: 'missed', detected: 'detected', verified: 'verified',
      }, layers, () => view.redraw()),
    ),
  );
  return view;
}
