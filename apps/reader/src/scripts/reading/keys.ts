import { keysHelp } from './keys-help.ts';
import { find, toolButton } from './page.ts';

/** Remembered only once a reader has turned the keys off. */
const SETTING = 'reading-keys';

const MARKS = '.prose .quoted[id]';

/**
 * Single keys lead from finding to finding. They can be turned off, and are then off everywhere on
 * this site (WCAG 2.1.4).
 */
export function offerKeys(): void {
  const button = toolButton('keys');
  if (button === null || find(MARKS, HTMLElement) === null) return;
  if (!matchMedia('(hover: hover) and (pointer: fine)').matches) return;
  const help = keysHelp({ areOn, turn });
  button.hidden = false;
  button.addEventListener('click', () => help.showModal());
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || !areOn()) return;
    if (event.target instanceof Element && event.target.matches('input, textarea, select')) return;
    const step = { n: 1, j: 1, p: -1, k: -1 }[event.key];
    if (step !== undefined) go(step);
    else if (event.key === '?') help.showModal();
    else return;
    event.preventDefault();
  });
}

function areOn(): boolean {
  try {
    return localStorage.getItem(SETTING) !== 'off';
  } catch {
    return true;
  }
}

function turn(on: boolean): void {
  try {
    if (on) localStorage.removeItem(SETTING);
    else localStorage.setItem(SETTING, 'off');
  } catch {
    // Without storage, the keys stay as they are.
  }
}

/** To the next finding below the middle of the window, or the last above it. */
function go(step: number): void {
  const marks = [...document.querySelectorAll(MARKS)];
  const middle = innerHeight / 2;
  const offset = (mark: Element) => mark.getBoundingClientRect().top - middle;
  const next =
    step > 0 ? marks.find((mark) => offset(mark) > 8) : marks.findLast((mark) => offset(mark) < -8);
  if (next === undefined) return;
  const behaviour = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  const { top } = next.getBoundingClientRect();
  scrollTo({ top: scrollY + top - middle, behavior: behaviour });
  find(`.finding-ref[href="#about-${next.id}"]`, HTMLElement)?.focus({ preventScroll: true });
  const note = find(`#about-${next.id}`, HTMLElement)?.closest('details');
  if (note) note.open = true;
}
