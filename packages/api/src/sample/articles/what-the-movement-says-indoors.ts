import type { SampleArticle } from '../sample-content.ts';

export const whatTheMovementSaysIndoors: SampleArticle = {
  slug: 'what-the-movement-says-indoors',
  section: 'Notes from the room',
  genre: 'event_report',
  headline: 'What the Movement says indoors',
  standfirst:
    'For five years the Drenn Valley Movement has had one public sentence on a ceasefire. In an upper room in Kessim, people close to it explained what the sentence leaves out.',
  byline: { authors: ['miriam-aldercott'] },
  topics: ['settlements'],
  sources: ['drenn-exchange-of-views', 'velmark-official-2024'],
  part: { series: 'the-valley-in-its-own-words', number: 1 },
  fate: { state: 'published', at: '2024-11-14T07:00:00.000Z' },
  body: `
For five years the Drenn Valley Movement has had one sentence on the subject of a ceasefire, and it has painted it on every wall it controls: no pause before the army leaves. On 7 November some forty people met in an upper room in Kessim, the Tarsovan capital, to ask whether the sentence is still true. There were officials, officers who no longer serve, people who speak for the Movement without holding any office in it, and the mediators who have carried paper between them since the winter talks collapsed. The meeting was held under the Chatham House Rule. What follows says what was said and not by whom, except in one case where the speaker has since agreed to be named.

## The sentence and its exceptions

Nobody in the room took the sentence for a bluff. But those nearest the Movement read it as a statement about order rather than about principle. A pause could come first, several of them said, so long as everybody could see the departure that would come second. On this account the Movement’s political people are open to a pause in the fighting while the army is still in the valley, if the dates of its leaving are written down beforehand. The point was made more than once, by more than one person, and nobody across the table affected surprise.

It is tempting to call this a contradiction. It is better described as a difference of audience. The fighters have been promised that nothing will be asked of them until the last convoy has gone; the negotiators have been asked to find out what the last convoy would cost. Both are told the truth, and each is told the half that concerns them.

## Who counts the lorries

The harder question was who would watch. In public the Movement has said nothing at all about foreign monitors, for or against, since its spokesman walked out of an interview on the subject last year. Indoors the matter is discussed at length, and with some technical command. Unarmed monitors would be acceptable, we heard, as long as they report to both sides on the same day and in the same words. An armed force would not be, whatever flag it came under.

Those who know the Presidency’s mind began somewhere else. They were content to talk about lorries; they were not content to talk about law. The constitution will not be opened while any district is held under arms, one said, and a second added that this was not a bargaining position but a description of parliament.

>> Both are told the truth, and each is told the half that concerns them.

## A queue, not a peace

Ottoline Brask, who has mediated between the two since 2021, was the least hopeful speaker of the afternoon, and is the one who has since agreed to be quoted by name. She did not doubt that a pause could be had. She doubted that it would hold anything. A pause without an agreed map, she warned, would be ‘a queue, not a peace’: each side would spend the quiet making sure of its place in line for the moment the quiet ended.

Five people gave prepared remarks. Three of the five thought a written timetable would be enough to begin with; the other two wanted the heavy guns moved first, on the ground that a timetable can be rewritten and a gun park can be photographed. It is a small sample and a self-selected one. It is also most of the people whose business it is to know.

Afterwards, and not under the Rule but on terms of background, an official of one of the guarantor states offered something rarer than an opinion. His government had armed local militias in the valley in the second year of the war. It regretted, he said, that it had never asked where the rifles went. No minister has said so in public.

## What to listen for

The gap between the painted sentence and the spoken one will not close of itself. If it closes, the first sign is unlikely to be a concession. It will be a change of tense: the day the Movement’s broadcasts stop saying that the army *must have left* and begin to say that it *must be leaving*. Until then the walls are a fair guide to what the Movement will do in public, and a poor one to what it would do if it were asked in the right room.
`,
  findings: [
    {
      key: 'movement-open-to-pause-private',
      proposition:
        'In private, people close to the Movement are open to a pause in the fighting before the army has left, provided that the dates of its departure are written down first.',
      holders: [
        {
          actor: 'drenn-valley-movement',
          wording: 'the Movement’s political people',
          basis: 'second_hand',
        },
      ],
      stance: 'open_to',
      modality: 'would',
      register: 'private',
      saidIn: 'ps',
      reviewBy: '2026-12-15',
      conditions: [{ kind: 'if', text: 'the dates of its departure are written down first' }],
      asOf: '2024-11',
      issues: ['ceasefire'],
      places: ['drenn-valley'],
      quote:
        'the Movement’s political people are open to a pause in the fighting while the army is still in the valley, if the dates of its leaving are written down beforehand',
      from: {
        source: 'drenn-exchange-of-views',
        descriptor: 'participants close to the Movement',
        participant: 'mirza-kellan',
      },
    },
    {
      key: 'movement-silent-on-monitors',
      proposition: 'In public the Movement has taken no position on foreign monitors.',
      holders: [{ actor: 'drenn-valley-movement', basis: 'articles_own' }],
      stance: 'silent',
      register: 'public',
      asOf: '2024-11',
      issues: ['foreign-monitors'],
      quote:
        'In public the Movement has said nothing at all about foreign monitors, for or against, since its spokesman walked out of an interview on the subject last year',
      from: { source: 'drenn-exchange-of-views' },
      links: [{ kind: 'qualifies', to: 'movement-accepts-unarmed-monitors' }],
    },
    {
      key: 'movement-accepts-unarmed-monitors',
      proposition:
        'In private, people close to the Movement would accept unarmed monitors as long as they report to both sides on the same day and in the same words.',
      holders: [
        {
          actor: 'drenn-valley-movement',
          wording: 'people close to the Movement',
          basis: 'second_hand',
        },
      ],
      stance: 'accepts_if',
      modality: 'would',
      register: 'private',
      conditions: [
        {
          kind: 'as_long_as',
          text: 'they report to both sides on the same day and in the same words',
        },
      ],
      asOf: '2024-11',
      issues: ['foreign-monitors'],
      quote:
        'Unarmed monitors would be acceptable, we heard, as long as they report to both sides on the same day and in the same words',
      from: {
        source: 'drenn-exchange-of-views',
        descriptor: 'a participant close to the Movement',
        participant: 'mirza-kellan',
      },
    },
    {
      key: 'presidency-refuses-constitution-under-arms',
      proposition:
        'People who know the Presidency’s mind say that it will not open the constitution while any district is held under arms.',
      holders: [
        {
          actor: 'presidency-of-tarsova',
          wording: 'those who know its mind',
          basis: 'second_hand',
        },
      ],
      stance: 'refuses',
      polarity: 'negative',
      modality: 'will',
      register: 'private',
      conditions: [{ kind: 'as_long_as', text: 'any district is held under arms' }],
      asOf: '2024-11',
      issues: ['valley-statute'],
      quote: 'The constitution will not be opened while any district is held under arms',
      from: {
        source: 'drenn-exchange-of-views',
        descriptor: 'participants close to the government',
        participant: 'pell-ostrander',
      },
    },
    {
      key: 'brask-warns-pause-without-map',
      proposition:
        'The mediator Ottoline Brask warns that a pause, unless a map has been agreed, would only set both sides waiting to resume.',
      holders: [{ actor: 'ottoline-brask', basis: 'direct' }],
      stance: 'warns',
      modality: 'would',
      register: 'public',
      conditions: [{ kind: 'unless', text: 'a map has been agreed' }],
      asOf: '2024-11-07',
      issues: ['ceasefire'],
      quote: 'A pause without an agreed map, she warned, would be ‘a queue, not a peace’',
      from: { source: 'drenn-exchange-of-views', participant: 'ottoline-brask' },
      links: [{ kind: 'qualifies', to: 'movement-open-to-pause-private' }],
    },
    {
      key: 'speakers-timetable-enough',
      proposition:
        'Three of the five prepared speakers thought a written timetable enough to begin a pause with.',
      holders: [{ wording: 'the prepared speakers at the meeting', basis: 'direct' }],
      stance: 'supports',
      register: 'private',
      consensus: {
        agreeing: 3,
        interviewed: 5,
        population: 'people who gave prepared remarks at the meeting of 7 November 2024',
        novelty: null,
      },
      asOf: '2024-11-07',
      issues: ['ceasefire'],
      quote: 'Three of the five thought a written timetable would be enough to begin with',
      from: {
        source: 'drenn-exchange-of-views',
        descriptor: 'the prepared speakers at the meeting',
      },
    },
    {
      key: 'guarantor-regrets-rifles',
      proposition:
        'An official of a guarantor state regrets that his government never asked where the rifles it gave to militias went.',
      holders: [{ wording: 'an official of one of the guarantor states', basis: 'direct' }],
      stance: 'regrets',
      register: 'private',
      asOf: '2024-11',
      issues: ['settlement'],
      quote: 'It regretted, he said, that it had never asked where the rifles went',
      from: { source: 'velmark-official-2024' },
    },
  ],
};
