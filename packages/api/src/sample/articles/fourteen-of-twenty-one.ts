import type { SampleArticle } from '../sample-content.ts';

export const fourteenOfTwentyOne: SampleArticle = {
  slug: 'fourteen-of-twenty-one',
  section: 'Report',
  genre: 'original',
  headline: 'Fourteen of twenty-one',
  standfirst:
    'Most of the Hessary Isles’ councillors would keep the tie with Velmark, for a price that they name readily and in three quite different currencies.',
  byline: { authors: ['ruth-vennery'] },
  topics: ['law-and-institutions', 'economy'],
  sources: ['assembly-library-survey', 'farquist-speech', 'velmark-officials-2026'],
  fate: { state: 'published', at: '2026-03-12T06:00:00.000Z' },
  body: `
The Assembly of the Hessary Isles has twenty-one members, no parties, and one stove, around which most of its real business is done. This winter its librarian did something that no visiting journalist has managed: she asked all of them the same question and wrote the answers down. The question was what they would want in return for staying as the Isles are, self-governing, and tied to Velmark by a treaty that either side may end.

Fourteen of the twenty-one said that they would keep the treaty if something were added to it. Four would keep it as it is. Two would end it, and one asked that his answer be recorded as ‘the herring’. The librarian has recorded it.

## Three currencies

What should be added is another matter. Six of the fourteen want money: a share of the fees that Velmark takes from ships in the strait. Five want law, in the form of a court of the Isles’ own for cases about fishing. Three want only to be asked. The Isles should be consulted before any crewless vessel is sent into their waters, one of these wrote, and should be believed when they say no.

These do not add up to a programme. They add up to a majority that would dissolve on the day it was offered any one of the three. The premier, Edda Farquist, knows it. In her new year speech she promised that no change to the treaty will be made without a referendum, and she took care not to say which change she had in mind.

>> One asked that his answer be recorded as ‘the herring’. The librarian has recorded it.

## The view from Osmere

Officials in Velmark, speaking on background, profess calm. They would be open to sharing the strait fees, two of them told us, as long as the share was a fixed sum and not a proportion. They could not see the court happening. On consultation they were puzzled to be asked: they had believed that they did it already.

That last answer is worth dwelling on. It was not cynical. There is in Osmere a real procedure by which the Isles are informed; it takes the form of a letter, which is sent to the right address and says what will be done. There is in Port Annis a real conviction that being informed is the opposite of being asked. A treaty can survive a disagreement over fees. It is less clear that it can survive two honest people who think that the same letter means different things.

The librarian’s survey will be laid before the Assembly in April. It has no force. It may, however, be the first document in the history of the treaty on which both parties agree about what the Isles have said.
`,
  findings: [
    {
      key: 'councillors-keep-treaty-if-added',
      proposition:
        'Fourteen of the twenty-one councillors of the Isles would keep the treaty with Velmark if something were added to it.',
      holders: [{ actor: 'hessary-assembly', wording: 'members of the Assembly', basis: 'direct' }],
      stance: 'accepts_if',
      modality: 'would',
      register: 'public',
      conditions: [{ kind: 'if', text: 'something were added to it' }],
      consensus: {
        agreeing: 14,
        interviewed: 21,
        population: 'members of the Assembly of the Hessary Isles',
        novelty: 'the first time that all members have been asked the same question',
      },
      asOf: '2026-02',
      issues: ['status-of-the-isles'],
      places: ['hessary-isles'],
      quote:
        'Fourteen of the twenty-one said that they would keep the treaty if something were added to it',
      locators: [{ source: 'assembly-library-survey', locator: 'question 1' }],
      from: { source: 'assembly-library-survey' },
    },
    {
      key: 'councillors-want-strait-fees',
      proposition: 'Six of the fourteen want a share of the fees that Velmark takes in the strait.',
      holders: [{ wording: 'six councillors of the Isles', basis: 'direct' }],
      stance: 'requires',
      register: 'public',
      consensus: {
        agreeing: 6,
        interviewed: 21,
        population: 'members of the Assembly of the Hessary Isles',
        novelty: null,
      },
      asOf: '2026-02',
      issues: ['status-of-the-isles'],
      quote:
        'Six of the fourteen want money: a share of the fees that Velmark takes from ships in the strait',
      locators: [{ source: 'assembly-library-survey', locator: 'question 2' }],
      from: { source: 'assembly-library-survey' },
    },
    {
      key: 'councillor-consult-before-crewless',
      proposition:
        'Some councillors say that the Isles should be consulted before any crewless vessel is sent into their waters.',
      holders: [{ wording: 'three councillors of the Isles', basis: 'direct' }],
      stance: 'requires',
      modality: 'should',
      register: 'public',
      asOf: '2026-02',
      issues: ['crewless-patrols', 'status-of-the-isles'],
      quote: 'The Isles should be consulted before any crewless vessel is sent into their waters',
      from: { source: 'assembly-library-survey' },
      links: [{ kind: 'supports', to: 'coast-service-one-minute' }],
    },
    {
      key: 'farquist-pledges-referendum',
      proposition:
        'Edda Farquist pledges that the treaty will not be changed unless there has been a referendum.',
      holders: [{ actor: 'edda-farquist', basis: 'direct' }],
      stance: 'pledges',
      polarity: 'negative',
      modality: 'will',
      register: 'public',
      conditions: [{ kind: 'unless', text: 'there has been a referendum' }],
      asOf: '2026-01-01',
      issues: ['status-of-the-isles'],
      quote: 'no change to the treaty will be made without a referendum',
      from: { source: 'farquist-speech' },
    },
    {
      key: 'velmark-officials-open-to-fixed-sum',
      proposition:
        'Officials in Velmark would be open to sharing the strait fees as long as the share is a fixed sum.',
      holders: [{ wording: 'two officials in Velmark', basis: 'direct' }],
      stance: 'open_to',
      modality: 'would',
      register: 'private',
      conditions: [{ kind: 'as_long_as', text: 'the share is a fixed sum' }],
      asOf: '2026-03',
      issues: ['status-of-the-isles'],
      quote:
        'They would be open to sharing the strait fees, two of them told us, as long as the share was a fixed sum and not a proportion',
      from: { source: 'velmark-officials-2026' },
      links: [{ kind: 'qualifies', to: 'councillors-want-strait-fees' }],
    },
  ],
};
