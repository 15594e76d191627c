/**
 * Where notes stand in the margin they are all to be seen, whatever their toggles say; this makes
 * the toggles say so too, and takes them out of the way of the keyboard.
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
