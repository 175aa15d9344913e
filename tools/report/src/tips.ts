// Words on hover and on focus, for charts and canvases alike; and the switches of legends.

const tip = document.createElement('div');
tip.id = 'tip';
tip.hidden = true;
// Not read aloud: what it says stands in the aria-label of its mark, or in the status line of a canvas.
tip.setAttribute('aria-hidden', 'true');

export function showTip(text: string, x: number, y: number): void {
  tip.textContent = text;
  tip.hidden = false;
  const box = tip.getBoundingClientRect();
  tip.style.left = `${Math.max(4, Math.min(x + 12, innerWidth - box.width - 8))}px`;
  tip.style.top = `${y + box.height + 20 > innerHeight ? Math.max(4, y - box.height - 10) : y + 14}px`;
}

export function hideTip(): void {
  tip.hidden = true;
}

function marked(event: Event): Element | null {
  return event.target instanceof Element ? event.target.closest('[data-tip]') : null;
}

function switchSeries(button: HTMLElement): void {
  const shown = button.getAttribute('aria-pressed') !== 'true';
  button.setAttribute('aria-pressed', String(shown));
  const figure = button.closest('figure');
  figure?.querySelectorAll(`.k${button.dataset.switch}`).forEach((mark) => mark.classList.toggle('off', !shown));
}

export function watchTips(): void {
  document.body.append(tip);
  document.addEventListener('pointerover', (event) => {
    const mark = marked(event);
    if (mark) showTip(mark.getAttribute('data-tip') ?? '', event.clientX, event.clientY);
  });
  document.addEventListener('pointerout', (event) => {
    if (marked(event)) hideTip();
  });
  document.addEventListener('focusin', (event) => {
    const mark = marked(event);
    if (!mark) return;
    const box = mark.getBoundingClientRect();
    showTip(mark.getAttribute('data-tip') ?? '', box.right, box.top);
  });
  document.addEventListener('focusout', hideTip);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hideTip();
  });
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-switch]') : null;
    if (button) switchSeries(button);
  });
}
