import type { SampleArticle } from '../sample-content.ts';

export const aNoteOnThesePages: SampleArticle = {
  slug: 'a-note-on-these-pages',
  section: 'From the editors',
  genre: 'original',
  headline: 'A note on these pages',
  standfirst:
    'Everything here is invented. The care with which it says where things come from is meant to be real.',
  byline: { reason: 'From the editors.' },
  topics: ['law-and-institutions'],
  sources: [],
  findings: [],
  fate: { state: 'published', at: '2024-10-03T06:00:00.000Z' },
  body: `
*The Causeway Review* does not exist. Nor do Velmark, Tarsova, Sohravan and the Hessary Isles, nor the river Zelan, nor anybody whose opinions are reported here. If a name in these pages is also yours, we apologise; it was not meant.

The journal was made so that a new owner of this software has something to look at on the first day besides an empty page. You can delete all of it. Before you do, it may be worth reading a piece or two with an eye on the margin.

## Findings

Beside the articles stand what we call findings. A finding is one position that somebody is reported to hold: who holds it, what exactly it is, what it hangs on, what time it speaks of, and on whose word we have it. Each is tied to the very sentence that carries it. Select the finding and you will be shown the sentence; read the sentence and you can see whether we were fair.

## Terms

Much of what is worth knowing is told on terms, and we print them.

- *On the record*: the source may be named, and is.
- *Background*: we may use it, and describe the source in words agreed with the source, but not name it.
- *Chatham House Rule*: we may use what was said, but not say who was there or where they come from.
- *Deep background*: we may use it, with no attribution of any kind.
- *Off the record*: we may not use it, and so it is not here.

Some sources later allow more than they did at first. That is called a waiver; two people must sign for it before it counts.

## When we are wrong

A correction says what we wrote, what we should have written and why. Where somebody has changed their mind, on the other hand, we leave the old position standing and put the new one beside it. The first is our mistake and the second is their news, and readers deserve to be able to tell them apart. A piece that should not have been published is retracted, at its old address, with the reason.
`,
};
