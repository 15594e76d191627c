/** A wall-clock time as `datetime-local` has it: "2031-03-30T09:00". */
export type LocalTime = string;

/** The local time of `zone` at an instant, to the minute. */
export function toLocalTime(instant: string, zone: string): LocalTime {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(new Date(instant))
      .map((part) => [part.type, part.value]),
  );
  return `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/**
 * The instant at which the clock of `zone` shows `local`; null if that is no time. A time that
 * occurs twice (autumn) means the first; one that is skipped (spring) is moved as far past the gap
 * as it is within it, as calendars do.
 */
export function toInstant(local: LocalTime, zone: string): string | null {
  const wall = Date.parse(`${local}:00.000Z`);
  if (Number.isNaN(wall)) return null;
  const offsetAt = (time: number) =>
    Date.parse(`${toLocalTime(new Date(time).toISOString(), zone)}:00.000Z`) -
    Math.floor(time / 60_000) * 60_000;
  // Offsets a day either side bracket every change of the clock.
  const before = offsetAt(wall - 86_400_000);
  const after = offsetAt(wall + 86_400_000);
  const candidates = [wall - before, wall - after].filter((time) => time + offsetAt(time) === wall);
  const time = candidates.length > 0 ? Math.min(...candidates) : wall - before;
  return new Date(time).toISOString();
}

/** The day that it is in a zone, as YYYY-MM-DD. */
export const dayIn = (zone: string, now: number): string =>
  toLocalTime(new Date(now).toISOString(), zone).slice(0, 10);

/** The zone of this device. */
export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every zone this platform knows. */
export function allZones(): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
}
