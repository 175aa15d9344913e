// A canvas that shows a window of a plane: drag, pinch, wheel with Ctrl, or keys move it.
import { hideTip, showTip } from './tips';

export interface Window {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Scene {
  /// The plane as far as it goes; y1 is drawn at the top when `up` is set.
  whole: Window;
  up: boolean;
  /// One unit is as long across as upwards.
  square: boolean;
  /// Room for axes around the plane, in pixels.
  margins: { left: number; top: number; right: number; bottom: number };
  /// Height of the canvas for a width, in pixels.
  height(width: number): number;
  /// Narrowest window, in units of either axis.
  narrowest: { x: number; y: number };
  draw(view: PlaneView): void;
  /// What stands at a pixel, in words; empty for nothing.
  told(view: PlaneView, x: number, y: number): string;
  clicked?(view: PlaneView, x: number, y: number): void;
  /// Where to go when no pointer says where, by pixels: what there is to see nearest to the middle.
  goal?(view: PlaneView): { x: number; y: number };
}

export class PlaneView {
  readonly canvas = document.createElement('canvas');
  readonly ctx: CanvasRenderingContext2D;
  readonly status = document.createElement('p');
  window: Window;
  box: Box = { left: 0, top: 0, width: 1, height: 1 };
  width = 1;
  height = 1;
  private due = false;
  private readonly fingers = new Map<number, { x: number; y: number }>();
  private moved = 0;

  constructor(
    parent: HTMLElement,
    label: string,
    private readonly scene: Scene,
  ) {
    const ctx = this.canvas.getContext('2d');
    if (!ctx) throw new Error('this browser draws no canvas');
    this.ctx = ctx;
    this.window = { ...scene.whole };
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute('role', 'img');
    this.canvas.setAttribute('aria-label', `${label}. Arrow keys move, plus and minus zoom, 0 shows all.`);
    this.status.className = 'count';
    this.status.setAttribute('role', 'status');
    parent.replaceChildren(this.canvas);
    parent.after(this.status);
    this.listen();
    new ResizeObserver(() => this.resize()).observe(parent);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.redraw());
    // A printer waits for no frame.
    matchMedia('print').addEventListener('change', () => this.drawNow());
    this.resize();
  }

  /// Pixels from the plane, and back.
  px(x: number): number {
    return this.box.left + ((x - this.window.x0) / (this.window.x1 - this.window.x0)) * this.box.width;
  }
  py(y: number): number {
    const f = (y - this.window.y0) / (this.window.y1 - this.window.y0);
    return this.box.top + (this.scene.up ? 1 - f : f) * this.box.height;
  }
  x(px: number): number {
    return this.window.x0 + ((px - this.box.left) / this.box.width) * (this.window.x1 - this.window.x0);
  }
  y(py: number): number {
    const f = (py - this.box.top) / this.box.height;
    return this.window.y0 + (this.scene.up ? 1 - f : f) * (this.window.y1 - this.window.y0);
  }

  redraw(): void {
    if (this.due) return;
    this.due = true;
    requestAnimationFrame(() => {
      this.due = false;
      this.drawNow();
    });
  }

  drawNow(): void {
    const { ctx } = this;
    ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    ctx.clearRect(0, 0, this.width, this.height);
    this.scene.draw(this);
  }

  show(window: Window): void {
    this.window = window;
    this.keepInside();
    this.redraw();
  }

  showAll(): void {
    this.window = { ...this.scene.whole };
    this.fit();
    this.redraw();
  }

  private middle(): { x: number; y: number } {
    return { x: this.box.left + this.box.width / 2, y: this.box.top + this.box.height / 2 };
  }

  /// By keys and buttons, which point at nothing.
  zoomMiddle(factor: number): void {
    const middle = this.middle();
    if (factor < 1 && this.scene.goal) {
      const goal = this.scene.goal(this);
      this.move(middle.x - goal.x, middle.y - goal.y);
    }
    this.zoom(factor, middle.x, middle.y);
  }

  private zoom(factor: number, px: number, py: number): void {
    const { window: w, scene } = this;
    const fx = Math.max(factor, scene.narrowest.x / (w.x1 - w.x0));
    const fy = Math.max(factor, scene.narrowest.y / (w.y1 - w.y0));
    const cx = this.x(px);
    const cy = this.y(py);
    const kx = scene.square ? Math.max(fx, fy) : fx;
    const ky = scene.square ? kx : fy;
    this.show({
      x0: cx + (w.x0 - cx) * kx,
      x1: cx + (w.x1 - cx) * kx,
      y0: cy + (w.y0 - cy) * ky,
      y1: cy + (w.y1 - cy) * ky,
    });
  }

  /// Moves by pixels.
  move(dx: number, dy: number): void {
    const { window: w } = this;
    const mx = (-dx / this.box.width) * (w.x1 - w.x0);
    const my = ((this.scene.up ? dy : -dy) / this.box.height) * (w.y1 - w.y0);
    this.show({ x0: w.x0 + mx, x1: w.x1 + mx, y0: w.y0 + my, y1: w.y1 + my });
  }

  /// Tells what stands at the middle: for those who use no pointer.
  private tellMiddle(): void {
    const { x, y } = this.middle();
    this.status.textContent = this.scene.told(this, x, y).replace(/\n/g, '; ');
  }

  private resize(): void {
    const parent = this.canvas.parentElement;
    if (!parent || parent.clientWidth === 0) return;
    this.width = parent.clientWidth;
    this.height = this.scene.height(this.width);
    this.canvas.width = Math.round(this.width * devicePixelRatio);
    this.canvas.height = Math.round(this.height * devicePixelRatio);
    this.canvas.style.height = `${this.height}px`;
    const m = this.scene.margins;
    this.box = { left: m.left, top: m.top, width: this.width - m.left - m.right, height: this.height - m.top - m.bottom };
    this.fit();
    this.drawNow();
  }

  private fit(): void {
    if (!this.scene.square) return;
    const w = this.window;
    const perPixel = Math.max((w.x1 - w.x0) / this.box.width, (w.y1 - w.y0) / this.box.height);
    const cx = (w.x0 + w.x1) / 2;
    const cy = (w.y0 + w.y1) / 2;
    const dx = (perPixel * this.box.width) / 2;
    const dy = (perPixel * this.box.height) / 2;
    this.window = { x0: cx - dx, x1: cx + dx, y0: cy - dy, y1: cy + dy };
  }

  private keepInside(): void {
    const { window: w, scene } = this;
    if (scene.square) {
      // The middle stays over the plane.
      const cx = Math.min(Math.max((w.x0 + w.x1) / 2, scene.whole.x0), scene.whole.x1) - (w.x0 + w.x1) / 2;
      const cy = Math.min(Math.max((w.y0 + w.y1) / 2, scene.whole.y0), scene.whole.y1) - (w.y0 + w.y1) / 2;
      this.window = { x0: w.x0 + cx, x1: w.x1 + cx, y0: w.y0 + cy, y1: w.y1 + cy };
      return;
    }
    const kept = (low: number, high: number, from: number, to: number): [number, number] => {
      const size = Math.min(high - low, to - from);
      const start = Math.min(Math.max(low, from), to - size);
      return [start, start + size];
    };
    const [x0, x1] = kept(w.x0, w.x1, scene.whole.x0, scene.whole.x1);
    const [y0, y1] = kept(w.y0, w.y1, scene.whole.y0, scene.whole.y1);
    this.window = { x0, x1, y0, y1 };
  }

  private place(event: PointerEvent | WheelEvent): { x: number; y: number } {
    const box = this.canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  private listen(): void {
    const { canvas } = this;
    canvas.addEventListener('pointerdown', (event) => {
      this.fingers.set(event.pointerId, this.place(event));
      this.moved = 0;
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener('pointermove', (event) => {
      const at = this.place(event);
      const before = this.fingers.get(event.pointerId);
      if (!before) {
        const told = this.scene.told(this, at.x, at.y);
        if (told) showTip(told, event.clientX, event.clientY);
        else hideTip();
        return;
      }
      hideTip();
      if (this.fingers.size === 1 && event.pointerType !== 'touch') {
        this.moved += Math.abs(at.x - before.x) + Math.abs(at.y - before.y);
        this.move(at.x - before.x, at.y - before.y);
      } else if (this.fingers.size === 1) {
        // One finger scrolls the page up and down; across it moves the picture.
        this.moved += Math.abs(at.x - before.x);
        this.move(at.x - before.x, 0);
      } else {
        const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1] ?? before;
        const was = Math.hypot(before.x - other.x, before.y - other.y);
        const is = Math.hypot(at.x - other.x, at.y - other.y);
        if (is > 0) this.zoom(was / is, (at.x + other.x) / 2, (at.y + other.y) / 2);
      }
      this.fingers.set(event.pointerId, at);
    });
    const up = (event: PointerEvent): void => {
      if (event.type === 'pointerup' && this.fingers.has(event.pointerId) && this.moved < 4) {
        const at = this.place(event);
        this.scene.clicked?.(this, at.x, at.y);
      }
      this.fingers.delete(event.pointerId);
    };
    canvas.addEventListener('pointerup', up);
    canvas.addEventListener('pointercancel', up);
    canvas.addEventListener('pointerleave', hideTip);
    canvas.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        const at = this.place(event);
        this.zoom(event.deltaY > 0 ? 1.25 : 0.8, at.x, at.y);
      },
      { passive: false },
    );
    canvas.addEventListener('keydown', (event) => {
      const keys: Record<string, () => void> = {
        ArrowLeft: () => this.move(60, 0),
        ArrowRight: () => this.move(-60, 0),
        ArrowUp: () => this.move(0, 60),
        ArrowDown: () => this.move(0, -60),
        '+': () => this.zoomMiddle(0.7),
        '=': () => this.zoomMiddle(0.7),
        '-': () => this.zoomMiddle(1 / 0.7),
        '0': () => this.showAll(),
      };
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
      this.tellMiddle();
    });
  }
}
