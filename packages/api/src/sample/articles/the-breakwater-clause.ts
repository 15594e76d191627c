import type { SampleArticle } from '../sample-content.ts';

export const theBreakwaterClause: SampleArticle = {
  slug: 'the-breakwater-clause',
  section: 'Analysis',
  genre: 'analysis',
  headline: 'The breakwater clause',
  standfirst:
    'A small lender has found a way of letting a small country stop paying when the sea comes in. Larger lenders admire it from a distance.',
  byline: { authors: ['tobias-renshall', 'imogen-strake'] },
  topics: ['economy', 'water'],
  sources: ['development-bank-paper', 'isles-finance-note', 'bondholders-counsel'],
  fate: { state: 'published', at: '2026-06-18T06:00:00.000Z' },
  body: `
When a storm took the outer breakwater at Port Annis in the autumn of 2023, the Hessary Isles had two bills in the same week: one for the stone, and one for the half-yearly interest on the loan with which the breakwater had been built. They paid the second. The gap in the first is still there; you can see the swell come through it from the Treasury’s windows.

## A pause with a trigger

The Sarn Development Bank now proposes to end this sort of joke. Under a clause in its new loans, payments would stop for two years after a storm that passes a fixed measure at the nearest tide gauge, and the stopped payments would be added to the end of the loan. No committee meets; nobody pleads. The instrument reads, and the clause runs. The Bank will write the clause into every coastal loan from 2027, its paper says, as long as its own lenders treat a paused loan as a performing one.

That condition is the whole of the matter. A bank that borrows in order to lend must explain each morning to its creditors that it is owed what it says it is owed. If a paused loan counts as a bad one, then the Bank’s kindness to Port Annis puts up the price of its kindness to everyone else.

## Who would have to be calm

We asked around. The Isles are in favour, naturally, and not blindly. Their finance office would accept the clause on old loans too, even at a higher rate, if the gauge were one that it could inspect. That is a country offering to pay for certainty, and bankers should recognise the type.

The creditors are more guarded. A lawyer who acts for several of them said, on background, that they would not object to a pause of one year, and would object to two. Asked what turned on the second year, he said that it was ‘the year in which people get used to it’. It is at least an honest theory of human nature.

Velmark’s Treasury has not said anything in public about the clause, although it guarantees a third of the Bank’s borrowing. It has been asked twice by this journal and once in the Assembly. One would suppose that a guarantor had a view.

## The moral of the gauge

Readers will notice that this is the third argument on the shores of the Sarn Sea in as many years to come down to an instrument: a [gauge at Ashkand](/articles/the-arithmetic-of-ashkand), a [stopwatch in a patrol boat](/articles/the-admirals-and-the-machine), and now a tide post. There is a reason. Where parties cannot agree to trust each other’s judgement they can sometimes agree to trust a thing that has none.

It does not follow that the instrument does the work. Somebody chose the measure; the fixed height in the Bank’s draft would have been passed four times in the last thirty years at Port Annis and not once in the delta, where the storms are lower and the houses are too. A clause that no committee may touch is a clause whose committee met beforehand. The Bank should publish the minutes of it.
`,
  findings: [
    {
      key: 'bank-proposes-pause',
      proposition:
        'The Development Bank proposes that payments stop for two years after a storm that passes a fixed measure.',
      holders: [{ actor: 'sarn-development-bank', basis: 'direct' }],
      stance: 'proposes',
      modality: 'would',
      register: 'public',
      conditions: [{ kind: 'after', text: 'a storm that passes a fixed measure' }],
      scope: { text: 'two years after a storm', edtf: null },
      asOf: '2026-05',
      issues: ['storm-clauses'],
      quote:
        'payments would stop for two years after a storm that passes a fixed measure at the nearest tide gauge',
      locators: [{ source: 'development-bank-paper', locator: '§ 2.1' }],
      from: { source: 'development-bank-paper' },
    },
    {
      key: 'bank-every-coastal-loan',
      proposition:
        'The Bank will write the clause into every coastal loan from 2027 as long as its own lenders treat a paused loan as performing.',
      holders: [{ actor: 'sarn-development-bank', basis: 'direct' }],
      stance: 'pledges',
      modality: 'will',
      register: 'public',
      conditions: [
        { kind: 'as_long_as', text: 'its own lenders treat a paused loan as performing' },
      ],
      scope: { text: 'from 2027', edtf: '2027/..' },
      asOf: '2026-05',
      issues: ['storm-clauses'],
      quote:
        'The Bank will write the clause into every coastal loan from 2027, its paper says, as long as its own lenders treat a paused loan as a performing one',
      locators: [{ source: 'development-bank-paper', locator: '§ 4' }],
      from: { source: 'development-bank-paper' },
    },
    {
      key: 'isles-accept-on-old-loans',
      proposition:
        'The Isles’ finance office would accept the clause on old loans, even at a higher rate, if it could inspect the gauge.',
      holders: [
        { actor: 'hessary-isles', wording: 'the finance office of the Isles', basis: 'direct' },
      ],
      stance: 'accepts_if',
      modality: 'would',
      register: 'public',
      conditions: [{ kind: 'if', text: 'it could inspect the gauge' }],
      asOf: '2026-06',
      issues: ['storm-clauses'],
      places: ['port-annis'],
      quote:
        'Their finance office would accept the clause on old loans too, even at a higher rate, if the gauge were one that it could inspect',
      from: { source: 'isles-finance-note' },
      links: [{ kind: 'supports', to: 'bank-proposes-pause' }],
    },
    {
      key: 'creditors-object-to-second-year',
      proposition:
        'Several creditors would not object to a pause of one year but would object to two.',
      holders: [{ wording: 'several of the Bank’s creditors', basis: 'second_hand' }],
      stance: 'rejects',
      polarity: 'negative',
      modality: 'would',
      register: 'private',
      asOf: '2026-06',
      issues: ['storm-clauses'],
      quote: 'they would not object to a pause of one year, and would object to two',
      from: { source: 'bondholders-counsel' },
      links: [{ kind: 'contradicts', to: 'bank-proposes-pause' }],
    },
    {
      key: 'treasury-silent-on-clause',
      proposition: 'Velmark’s Treasury has taken no public position on the storm clause.',
      holders: [{ actor: 'treasury-of-velmark', basis: 'articles_own' }],
      stance: 'silent',
      register: 'public',
      asOf: '2026-06',
      issues: ['storm-clauses'],
      quote: 'Velmark’s Treasury has not said anything in public about the clause',
      from: { source: 'development-bank-paper' },
      links: [{ kind: 'qualifies', to: 'bank-every-coastal-loan' }],
    },
  ],
};
