/** PostgreSQL has no year 0. */
const DAY = /^(?!0000)(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The first day of a year, month or day ("2025", "2025-03", "2025-03-09"); null if it is none. */
export function readDay(text: string): string | null {
  const found = DAY.exec(text);
  if (found === null) return null;
  const [, year, month = '01', day = '01'] = found;
  const whole = `${year}-${month}-${day}`;
  const date = new Date(`${whole}T00:00:00.000Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== whole ? null : whole;
}
