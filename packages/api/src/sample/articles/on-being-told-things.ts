import type { SampleArticle } from '../sample-content.ts';

export const onBeingToldThings: SampleArticle = {
  slug: 'on-being-told-things',
  section: 'Lecture',
  genre: 'republished',
  headline: 'On being told things',
  standfirst:
    'For twelve years Ysolde Marrick chaired the Zelan Basin Commission, and for twelve years people lowered their voices when she came in. This is the close of the lecture she gave on leaving.',
  byline: { authors: ['ysolde-marrick'] },
  topics: ['law-and-institutions', 'water'],
  sources: ['marrick-lecture'],
  fate: { state: 'published', at: '2026-01-08T06:00:00.000Z' },
  body: `
*The lecture was given at the Commission’s winter session on 11 December 2025. We print the last third of it with the speaker’s leave, and without changes.*

I want to end with a professional confession. In twelve years I was told a great many things, and I believe that I was lied to perhaps four times. That is a far better record than my own children’s. The difficulty of my office was never that people lied. It was that almost everything true was said to me on terms, and that I forgot the terms long before I forgot the thing.

You will know what I mean. A minister tells you over soup that her government could live with six summers. She does not say that you may repeat it. She does not say that you may not. You go upstairs with your soup cooling inside you and you find that you now know something, and that you cannot use it, and that you cannot stop knowing it either. By Thursday you have let it colour a sentence in a letter. By the following month somebody else’s cable reports that *the Commission believes* that six would do. And now the minister must deny it; and having denied it she is bound by the denial. One careless adjective of mine once cost the delta a year.

## Three rules I ought to have had

The first is to write the terms down with the thing. Not in another book, and not in the head. The Commission should record, beside every position it is told of, who holds it, on whose word, and what may be said. If you cannot say what may be said, then nothing may be.

The second is to keep what was said apart from what it hung on. *We could live with six summers* and *we could live with six summers if we read the gauge together* are not a long and a short form of one remark. They are two remarks, and only one of them was made. I have seen more harm done by dropped conditions than by dropped bombs, and I have lived in a city where both were dropped.

The third rule is harder, and I put it to you only as an old woman’s preference. A change of mind is not an embarrassment to be edited. When Tarsova, in my fifth year, withdrew its objection to winter releases, our minutes were quietly altered so that it had never objected. It was thought a courtesy. It was nothing of the kind: it took from Tarsova the credit for having moved, and from the rest of us the knowledge that it could. Old positions should be kept, and dated, and shown beside the new.

## What silence is

And one thing more. There is a kind of position that our minutes have no column for. I mean the government that says nothing. In December of my second year I asked Sohravan eleven times what it thought of a second gauge. Eleven times I was thanked for raising it. I reported that Sohravan had no position. That was wrong. Its silence was public, it was deliberate, it had a date, and it was the most informative document in the file.

So, when you write me up, as I fear that some of you will, I ask for no kindness. I ask that you say who told you.
`,
  findings: [
    {
      key: 'marrick-record-terms',
      proposition:
        'Ysolde Marrick says that the Commission should record with every position its holder, the word it rests on and what may be said.',
      holders: [{ actor: 'ysolde-marrick', basis: 'direct' }],
      stance: 'proposes',
      modality: 'should',
      register: 'public',
      asOf: '2025-12-11',
      issues: ['flow-data'],
      quote:
        'The Commission should record, beside every position it is told of, who holds it, on whose word, and what may be said',
      from: { source: 'marrick-lecture' },
    },
    {
      key: 'marrick-regrets-adjective',
      proposition: 'Ysolde Marrick regrets that a careless wording of hers cost the delta a year.',
      holders: [{ actor: 'ysolde-marrick', basis: 'direct' }],
      stance: 'regrets',
      register: 'public',
      asOf: '2025-12-11',
      issues: ['ashkand-reservoir'],
      quote: 'One careless adjective of mine once cost the delta a year',
      from: { source: 'marrick-lecture' },
    },
    {
      key: 'marrick-keep-old-positions',
      proposition:
        'Ysolde Marrick says that old positions should be kept, dated, and shown beside the new.',
      holders: [{ actor: 'ysolde-marrick', basis: 'direct' }],
      stance: 'proposes',
      modality: 'should',
      register: 'public',
      asOf: '2025-12-11',
      issues: ['sharing-the-zelan'],
      quote: 'Old positions should be kept, and dated, and shown beside the new',
      from: { source: 'marrick-lecture' },
    },
    {
      key: 'sohravan-silent-on-gauge',
      proposition:
        'Asked repeatedly about a second gauge in December 2014, Sohravan publicly took no position.',
      holders: [{ actor: 'sohravan', basis: 'sources_own' }],
      stance: 'silent',
      register: 'public',
      asOf: '2014-12',
      issues: ['flow-data'],
      quote: 'Its silence was public, it was deliberate, it had a date',
      from: { source: 'marrick-lecture' },
      links: [{ kind: 'precedes', to: 'solvani-daily-data-after-agreement' }],
    },
  ],
};
