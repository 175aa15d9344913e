// Small form elements, each with its label.

export function select(label: string, options: string[], chosen: (index: number) => void): HTMLLabelElement {
  const box = document.createElement('label');
  const list = document.createElement('select');
  options.forEach((text, i) => list.add(new Option(text, String(i))));
  list.addEventListener('change', () => chosen(list.selectedIndex));
  box.append(label, list);
  return box;
}

export function checkbox(label: string, on: boolean, changed: (on: boolean) => void): HTMLLabelElement {
  const box = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.checked = on;
  input.addEventListener('change', () => changed(input.checked));
  box.append(input, label);
  return box;
}

/// Its name begins with what stands on it, where that can be spoken.
export function button(label: string, about: string, pressed: () => void): HTMLButtonElement {
  const b = document.createElement('button');
  b.type = 'button';
  b.textContent = label;
  b.title = about;
  b.setAttribute('aria-label', /[A-Za-z]/.test(label) ? `${label}: ${about}` : about);
  b.addEventListener('click', pressed);
  return b;
}

export function group(label: string, ...children: HTMLElement[]): HTMLFieldSetElement {
  const set = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = label;
  set.append(legend, ...children);
  return set;
}

export function row(...children: HTMLElement[]): HTMLDivElement {
  const div = document.createElement('div');
  div.className = 'controls';
  div.append(...children);
  return div;
}

/// Switches of layers, by name.
export function switches<Name extends string>(
  label: string,
  names: Record<Name, string>,
  layers: Record<NoInfer<Name>, boolean>,
  changed: () => void,
): HTMLFieldSetElement {
  const boxes = (Object.keys(names) as Name[]).map((name) => {
    const box = checkbox(names[name], layers[name], (on) => {
      layers[name] = on;
      changed();
    });
    box.dataset.layer = name;
    return box;
  });
  return group(label, ...boxes);
}

export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

/// A line of marks with their meaning.
export function key(parent: HTMLElement, entries: { draw: (ctx: CanvasRenderingContext2D) => void; text: string; width?: number }[]): void {
  const line = document.createElement('div');
  line.className = 'key';
  for (const entry of entries) {
    const canvas = document.createElement('canvas');
    const width = entry.width ?? 16;
    canvas.width = width * devicePixelRatio;
    canvas.height = 16 * devicePixelRatio;
    canvas.style.cssText = `width:${width}px;height:16px;flex:none`;
    canvas.setAttribute('aria-hidden', 'true');
    const ctx = canvas.getContext('2d');
    if (ctx) {
      ctx.scale(devicePixelRatio, devicePixelRatio);
      entry.draw(ctx);
    }
    const span = document.createElement('span');
    span.append(canvas, entry.text);
    line.append(span);
  }
  parent.replaceChildren(line);
}
