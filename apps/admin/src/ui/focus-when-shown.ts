/** How long to wait for the element, in milliseconds. */
const timeout = 5_000;

/**
 * Focuses an element once it is shown, since its script may have to be loaded first. Stops when the
 * person has moved the focus meanwhile.
 * @param find returns the element to focus, or null while it is not shown
 */
export function focusWhenShown(find: () => HTMLElement | null): void {
  const end = performance.now() + timeout;
  const focused = document.activeElement;
  const look = () => {
    const now = document.activeElement;
    if (now !== focused && now !== document.body) return;
    const found = find();
    if (found) found.focus({ preventScroll: true });
    else if (performance.now() < end) requestAnimationFrame(look);
  };
  // Of two calls that wait, the first wins: the other then sees that the focus has moved.
  requestAnimationFrame(look);
}
