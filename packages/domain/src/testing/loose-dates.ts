import fc from 'fast-check';

const year = fc.oneof(
  fc.integer({ min: 1990, max: 2040 }).map(String),
  fc.constantFrom('0000', '0001', '0033', '0999', '1900', '2000', '9999', '-0300', '-0001'),
  fc.constantFrom('196X', '19XX', '1XXX', 'XXXX', '000X', '00XX', '2X12', 'Y17000', 'Y-17000'),
  fc.constantFrom('19', '196', 'Y17E7', '1950S2'),
);
const month = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((at) => String(at).padStart(2, '0')),
  fc.integer({ min: 21, max: 41 }).map(String),
  fc.constantFrom('XX', '1X', '0X', '00', '13'),
);
const day = fc.oneof(
  fc.integer({ min: 1, max: 31 }).map((at) => String(at).padStart(2, '0')),
  fc.constantFrom('29', '30', '31', 'XX', '1X', '00', '10T10:00', '10T10:00Z', '01T00:30:01+02:00'),
);
const doubt = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom('~', '?', '%') },
);

const part = fc
  .tuple(fc.constantFrom(1, 2, 3), year, doubt, month, doubt, day, doubt, doubt)
  .map(([parts, y, yDoubt, m, mDoubt, d, dDoubt, before]) =>
    [`${y}${yDoubt}`, `${before}${m}${mDoubt}`, `${d}${dDoubt}`].slice(0, parts).join('-'),
  );
const end = fc.oneof(
  { weight: 4, arbitrary: part },
  { weight: 1, arbitrary: fc.constantFrom('', '..') },
);
const item = fc.oneof(
  { weight: 3, arbitrary: part },
  { weight: 1, arbitrary: fc.tuple(part, part).map((both) => both.join('..')) },
);
const dots = fc.constantFrom('', '', '', '..');

/** Loose dates of every kind, real ones and such as only look like it. */
export const looseDate: fc.Arbitrary<string> = fc.oneof(
  part,
  fc.tuple(end, end).map((both) => both.join('/')),
  fc
    .tuple(
      fc.constantFrom('[]', '{}'),
      dots,
      fc.array(item, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(',', ', '),
      dots,
    )
    .map(
      ([brackets, earlier, items, comma, later]) =>
        `${brackets[0]}${earlier}${items.join(comma)}${later}${brackets[1]}`,
    ),
);
