const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];
const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

/**
 * An instant as it is told at another: "just now", "3 minutes ago", and by its date where that is
 * far, or where nobody knows the time (`now` is null). What has happened is never told as to come,
 * though the clock that gave it may be ahead of the one it is told by.
 * @param options.due it may be to come
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
