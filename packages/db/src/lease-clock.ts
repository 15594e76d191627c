/**
 * A clock for leases, in milliseconds from an arbitrary start: advances by the larger of the
 * advances of two clocks. The time of day may be set back, and the monotonic clock of a machine
 * stops while it sleeps; neither may lengthen a lease.
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
