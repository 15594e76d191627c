import { focusWhenShown } from '../../ui/focus-when-shown.ts';

/** Moves the focus to the field that has to be corrected, once it is shown. */
export function focusField(field: string): void {
  const names = [field, field.split('.')[0]].filter(Boolean);
  focusWhenShown(() => {
    const places = names.flatMap((name) => [
      ...document.querySelectorAll<HTMLElement>(`[data-field="${CSS.escape(name ?? '')}"]`),
    ]);
    for (const one of places) one.closest('details')?.setAttribute('open', '');
    const place = places.find((one) => one.offsetParent !== null);
    if (!place) return null;
    place.scrollIntoView({ block: 'center' });
    return place.querySelector<HTMLElement>(control) ?? place;
  });
}

const control =
  'input:not([type="hidden"]):not(:disabled), textarea:not(:disabled), button:not([data-disabled])';
