const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];
const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

/**
 * An instant relative to now: "just now", "3 minutes ago", or its date if that is far, or if the
 * time is not known (`now` is null). A past event is never shown as a future one, though the
 * server's clock may be ahead of this one.
 * @param options.due it may be in the future
 */
export function timeInWords(time: number, now: number | null, options: { due?: boolean }): string {
  const since = now === null ? null : options.due ? time - now : Math.min(0, time - now);
  if (since === null || Math.abs(since) > 6 * 86_400_000) {
    return new Date(time).toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      ...(now === null ? { timeZone: 'UTC' } : {}),
    });
  }
  const step = steps.find(([, size]) => Math.abs(since) >= size);
  return step ? relative.format(Math.round(since / step[1]), step[0]) : 'just now';
}

/** A calendar day (YYYY-MM-DD) in words: "3 May 2031", or with its weekday. */
export function dayInWords(day: string, options: { weekday?: 'long' } = {}): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', {
    ...options,
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  });
}
