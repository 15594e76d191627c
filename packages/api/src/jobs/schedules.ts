/**
 * Everything that runs by the clock (graphile-worker's crontab, UTC). What is due at a time of its
 * own is a job with that time; this only picks up what a lost job would leave lying.
 */
export const schedules = [
  // At the start of every fifth minute; what was missed while nothing ran is not made up for.
  '*/5 * * * * sweep ?max=3',
  // In a queue of its own, so that one worker of all sends: the rate is one for the journal.
  '* * * * * send_mailings ?max=1&queue=mailings&jobKey=mailings',
].join('\n');
