/**
 * A clock for leases, in milliseconds from anywhere: it goes by whichever of the two has gone further
 * since it was last read. The time of day may be set back, and the steady clock of a machine stands
 * still while that is put to sleep; a lease must not be longer for either.
 */
export function leaseClock(
  dayTime: () => number = Date.now,
  steady: () => number = () => performance.now(),
): () => number {
  let now = 0;
  let [lastDayTime, lastSteady] = [dayTime(), steady()];
  return () => {
    const [dayTimeNow, steadyNow] = [dayTime(), steady()];
    now += Math.max(dayTimeNow - lastDayTime, steadyNow - lastSteady);
    lastDayTime = dayTimeNow;
    lastSteady = steadyNow;
    return now;
  };
}
