// The moving part of report.html. All else stands in the page already: without this script it can be read.
import { element } from './controls';
import { unpacked } from './data';
import { makeMap } from './map';
import { Motion } from './motion';
import { Replay } from './replay';
import { makeSpaceTime } from './spacetime';
import { Calendar } from './times';
import { watchTips } from './tips';

declare global {
  interface Window {
    /// For tests, and for whoever wants to ask: what the page shows, as it holds it.
    ceaseline?: {
      data: Awaited<ReturnType<typeof unpacked>>;
      map: ReturnType<typeof makeMap>;
      spacetime: ReturnType<typeof makeSpaceTime>;
      replay: Replay;
      motions: Motion[];
    };
  }
}

async function start(): Promise<void> {
  watchTips();
  const packed = element('data');
  const data = await unpacked(packed.textContent ?? '');
  packed.remove();
  const calendar = new Calendar(data.start, data.local);
  const motions = data.designs.map((d) => new Motion(d.motion));
  const map = makeMap(data, calendar);
  const spacetime = makeSpaceTime(data, calendar, motions);
  const replay = new Replay(data, calendar, motions);
  performance.mark('ready');
  window.ceaseline = { data, map, spacetime, replay, motions };
}

/// On paper what is folded away is read as well.
function unfoldForPrint(): void {
  const opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    document.querySelectorAll('details').forEach((d) => {
      if (d.open) return;
      d.open = true;
      opened.push(d);
    });
  });
  addEventListener('afterprint', () => opened.splice(0).forEach((d) => (d.open = false)));
}

unfoldForPrint();
start().catch((error: unknown) => {
  const note = document.createElement('p');
  note.className = 'warn';
  note.textContent = `The map, the diagram and the replay cannot be shown in this browser: ${String(error)}. Tables and charts are complete.`;
  document.querySelector('main')?.prepend(note);
});
