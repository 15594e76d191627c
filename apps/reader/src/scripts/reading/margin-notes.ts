/**
 * Notes in the margin are all visible, whatever their toggles say; this updates the toggles to say
 * so too, and removes them from the tab order.
 */
export function keepMarginNotesOpen(): void {
  const notes = [...document.querySelectorAll('[data-margin="notes"] details.finding-note')];
  const wide = matchMedia('(min-width: 68rem)');
  const isInMargin = (note: Element) =>
    wide.matches && getComputedStyle(note).position === 'absolute';
  const openInMargin = () => {
    for (const note of notes) {
      const summary = note.querySelector('summary');
      if (!(note instanceof HTMLDetailsElement) || summary === null) continue;
      const inMargin = isInMargin(note);
      note.open = inMargin;
      if (inMargin) summary.tabIndex = -1;
      else summary.removeAttribute('tabindex');
    }
  };
  for (const note of notes)
    note.querySelector('summary')?.addEventListener('click', (event) => {
      if (isInMargin(note)) event.preventDefault();
    });
  wide.addEventListener('change', openInMargin);
  if (wide.matches) openInMargin();
}
