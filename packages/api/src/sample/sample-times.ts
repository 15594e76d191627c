/** A moment some hours after another, or before it where they are negative. */
export function hoursAfter(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * 3_600_000);
}

/** Seven in the morning (UTC), some days after a moment. */
export function morningAfter(at: Date, days: number): Date {
  const morning = hoursAfter(at, days * 24);
  morning.setUTCHours(7, 0, 0, 0);
  return morning;
}
