import { expect, test } from 'vitest';
import { checkClock } from './check-clock.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 1, 9) + seconds * 1000);

test.each([
  // The answer took a minute: somewhere in it the clock was read.
  [0, 60, 30, true, 'agrees with the database’s'],
  [0, 1, 5, true, 'agrees with the database’s'],
  [0, 1, 8, false, '7 seconds behind the database’s'],
  [0, 1, -300, false, '300 seconds ahead of the database’s'],
])(
  'queried at %d s, answered at %d s, the database says %d s',
  (requested, answered, database, ok, detail) => {
    const found = checkClock({
      requested: at(requested),
      answered: at(answered),
      database: at(database),
    });
    expect(found).toMatchObject({ ok, detail });
    expect(found.next === null).toBe(ok);
  },
);
