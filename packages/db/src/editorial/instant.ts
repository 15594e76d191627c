/** A database's instant as the domain writes it: UTC, ISO 8601 with milliseconds. */
export function instant(date: Date): string {
  return date.toISOString();
}

export function instantOrNull(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}

export function dateOrNull(at: string | null): Date | null {
  return at === null ? null : new Date(at);
}
