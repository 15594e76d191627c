const focusable = [
  'a[href]',
  'button:not(:disabled)',
  'input:not(:disabled):not([type="hidden"])',
  'select:not(:disabled)',
  'textarea:not(:disabled)',
  '[tabindex]',
  '[contenteditable="true"]',
]
  .map((one) => `${one}:not([tabindex^="-"]):not([aria-hidden="true"])`)
  .join(', ');

/** Beyond the dialog or the main part of the page nothing is near. */
const outermost = '[role="dialog"], [role="alertdialog"], main';

/** The region in which rows and buttons are removed, as `KeepFocus` marks it. */
const region = '[data-keeps-focus]';

/** An element around the one that has the focus, and which of its children leads there. */
type Level = { parent: Element; child: Element; index: number; fromEnd: number };

/**
 * Remembers the place of an element, to decide where the focus goes once the element is removed: to
 * the same button of the next row, of the row before it, or to whatever comes next in the dialog or
 * on the page. Only within `KeepFocus`.
 * @returns the element itself while it exists, then one near it; null if there is none
 */
export function rememberPlace(element: HTMLElement): () => HTMLElement | null {
  const levels = levelsAround(element);
  return () => {
    if (element.isConnected) return element;
    for (const level of levels) {
      const found = level.parent.isConnected ? nearIn(level) : undefined;
      if (found) return found;
    }
    const last = levels.at(-1)?.parent;
    return last instanceof HTMLElement && last.isConnected && last.hasAttribute('tabindex')
      ? last
      : null;
  };
}

function levelsAround(element: HTMLElement): Level[] {
  const levels: Level[] = [];
  // Elsewhere a button goes away because a step was taken, and the step says where the focus goes.
  if (!element.closest(region)) return levels;
  let child: Element = element;
  while (!child.matches(outermost) && child.parentElement) {
    const parent = child.parentElement;
    const inside = focusableIn(child);
    levels.push({
      parent,
      child,
      index: [...parent.children].indexOf(child),
      // Buttons that a row may lack come before those that each has.
      fromEnd: Math.max(0, inside.length - 1 - inside.indexOf(element)),
    });
    child = parent;
  }
  return child.matches(outermost) ? levels : [];
}

function nearIn({ parent, child, index, fromEnd }: Level): HTMLElement | undefined {
  const children = [...parent.children];
  const isThere = child.parentElement === parent;
  const at = isThere ? children.indexOf(child) : index;
  const after = children.slice(isThere ? at + 1 : at);
  const before = children.slice(0, at).reverse();
  for (const other of [...after, ...before]) {
    const inside = focusableIn(other);
    const found =
      other.tagName === child.tagName ? (inside.at(-1 - fromEnd) ?? inside[0]) : inside[0];
    if (found) return found;
  }
  return undefined;
}

function focusableIn(element: Element): HTMLElement[] {
  const all = [...element.querySelectorAll<HTMLElement>(focusable)];
  if (element instanceof HTMLElement && element.matches(focusable)) all.unshift(element);
  return all.filter((one) => one.checkVisibility() && !one.closest('[inert]'));
}
