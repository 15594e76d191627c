import { type RefObject, useEffect } from 'react';

/**
 * After a save that was refused, puts the focus in the first field that is marked as invalid. Where
 * no field is, the message comes into view.
 * @param form what holds the fields and the message
 * @param error what was refused last; null if nothing was
 */
export function useFocusOnRefusal(form: RefObject<HTMLElement | null>, error: unknown): void {
  useEffect(() => {
    if (error === null) return;
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (field) field.focus();
    else form.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' });
  }, [form, error]);
}
