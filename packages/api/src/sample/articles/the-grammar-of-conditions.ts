import type { SampleArticle } from '../sample-content.ts';
import { grammarFindings } from './the-grammar-of-conditions-findings.ts';

/** The long read: over three thousand words, with every kind of block the document knows. */
export const theGrammarOfConditions: SampleArticle = {
  slug: 'the-grammar-of-conditions',
  section: 'Long read',
  genre: 'analysis',
  headline: 'The grammar of conditions',
  standfirst:
    'The war in the Drenn valley was stopped by five small words. How *if*, *while*, *once*, *unless* and *in exchange for* were moved about a page until nobody could find a reason to go on.',
  byline: { authors: ['miriam-aldercott'] },
  topics: ['settlements', 'law-and-institutions'],
  sources: [
    'kessim-understanding',
    'kessim-rounds-interviews',
    'drafters-seminar',
    'movement-radio-archive',
  ],
  part: { series: 'the-valley-in-its-own-words', number: 2 },
  fate: { state: 'published', at: '2026-05-21T05:00:00.000Z' },
  findings: grammarFindings,
  body: `
At twenty minutes past two on the morning of 24 April, in a hotel dining room in Kessim from which the tables had been cleared for want of anywhere else to put the photocopier, a woman with a pencil crossed out the word *before* and wrote the word *while*. She is a lawyer by training and does not like to be thanked. The two delegations, which had been sitting on opposite sides of a dance floor, were each handed a copy. They read for eleven minutes. Then somebody asked whether the kitchen could still do eggs.

The Kessim Understanding has nineteen articles, and the crossing-out is in the fourth. It has been called since then a triumph of patience, of fatigue, of the Council of Guarantors, of the price of diesel and of the death of a certain colonel; and there is something in all of these. This essay makes a narrower claim. The war did not end because either side gave up what it wanted. What each of them wanted is in the text, in some cases word for word. It ended because what they wanted was rearranged. Demands that had stood for six years as walls were turned, one after another, into hinges, and the hinge in every case was a conjunction.

I was not in the dining room. I have spoken since February to nine people who were there or in the corridor outside, on terms that let me use what they said but not say who they are; I attended, under the Chatham House Rule, a seminar at which some of the drafting was explained, and those who spoke have since agreed that their statements may be used; and I have listened to more of the Movement’s radio than is good for anyone. Where I rely on one of these I say which.

## Five small words

Begin with the inventory. A political demand is seldom a bare one. It hangs on something: an event, a state of affairs, a payment, a date. The words by which it hangs are few and humble, and in ordinary conversation we use them as though they were interchangeable. They are not, and each puts the burden of the next move on somebody else.

| The word | What it asks for | Who must move first | Times in the Understanding |
|---|---|---|---|
| *if* | an event that may not happen | whoever can make it happen | 7 |
| *while*, *as long as* | a state of affairs that continues | nobody: both at once | 11 |
| *once*, *after* | an event that is over | the other side, entirely | 2 |
| *in exchange for* | a payment | neither, without a third party | 4 |
| *unless* | that something be prevented | whoever is impatient | 3 |

The counts in the last column are my own.^[From the English text deposited with the Council of Guarantors. The Tarsovan text has two further instances of *while*, where a comma does the work in English.] They are worth a moment. In the Movement’s public statements between 2020 and 2025, as far as its radio archive allows them to be counted, the third row outnumbers all the others together: everything was *once* and *after*. In the agreement that it signed there are two. Nothing else about the text marks so exactly the distance it had come.

Consider what the third row does. To say *we will stop once they have gone* is to ask one’s enemy to carry out the whole of his part, without any assurance of ours, in the sight of his own army. It has the great rhetorical advantage of being clear and the great practical one of being impossible. No commander can be reproached for failing to bring about the impossible. A demand in the past perfect is a way of not being asked again.

![Above, a long dark bar and then, beyond a dotted line, a long red bar. Below, seven short dark bars, each joined by a hinge to a short red bar under it, along one arrow.](once-and-while "Drawn for this journal") The same two obligations, joined by *once* (above) and by *while* (below). The dotted line is the moment that never came.

To say *we will stop while they are going* is a different sentence altogether, although it names the same two events and, on the last day, arrives at the same place. It makes each man’s conduct on Tuesday depend upon the other’s conduct on Tuesday. It can be begun tomorrow. It can also be stopped tomorrow, and therefore costs less to begin.

## The winter of *before*

### A wall and a room

Readers of this journal will know the outline. From 2020 the Movement’s position was painted on walls: no pause before the army leaves. In November 2024, at a [meeting in Kessim](/articles/what-the-movement-says-indoors) held under the Chatham House Rule, people close to it described something softer, a pause that might come first if the dates of departure were written down. In February 2025 the Movement’s radio [repeated the wall](/articles/no-pause-before-the-army-leaves).

It was usual at the time to say that one of these must be false. Ministries have a strong preference for the public statement, which can be footnoted, and reporters have a strong preference for the private one, which is theirs. Both prejudices do harm. A majority of those I interviewed, seven of the nine, hold that the Movement’s public and private positions were both sincerely held throughout the winter. They were addressed to different people about different things. On the wall was a promise to fighters about what would not be asked of them. In the room was a description of what their leaders would do if it were asked.

The two who dissent should be heard. One thinks that the private position was never the leadership’s at all, but that of three or four people who hoped to make it so by reporting it. The other thinks that by the end of the winter the leaders did not know themselves what they held, and that this is commoner than historians allow. I find the second view easier to believe than I should like.

### What the army heard

On the government’s side the same winter was spent on a different conjunction. The Presidency had said in private that it would not open the constitution while a single district was held under arms. Its negotiators, several of those present agree, treated this for months as a *once*: first the arms, then the law. It took a very junior member of the delegation to point out that what the President had actually said was *while*, and that the sentence could be read from the other end. If the districts were being disarmed, the constitution might be being opened.

‘We had been defending a sentence that he had not said,’ one of them told me. ‘It was a better sentence, from our point of view. But he had not said it.’

>> We had been defending a sentence that he had not said. It was a better sentence, from our point of view. But he had not said it.

There is a general lesson in this, and it is not that subordinates should listen more carefully. It is that conditions decay. A position is told by a minister to an adviser, by the adviser to a mediator, and by the mediator to the other side, and at each telling the head of it survives and the tail drops off. *We would, if* becomes *they would*. *Not while* becomes *not until*, and *not until* becomes *no*. By the time such a thing has passed through three mouths it is either an offer or an insult, and it was neither.

## How a silence was read

For four years the Movement said nothing publicly on whether foreigners should watch a ceasefire. Its spokesmen were asked and did not answer. When they were asked again, they left.

What was that silence? The Council of Guarantors took it for a refusal, and planned for a ceasefire without monitors, that is to say for one that nobody expected to hold. The mediators took it for an absence of mind. The Council’s own analysts, one interviewee recalls, had a file of the Movement’s statements in which those on monitors were represented by a blank sheet, *so that the tabs would line up*. It was the most accurate page in the file.

For the silence had a shape. It began in a particular month; it was kept by everyone; it covered monitors and never covered money, medicine or the return of the dead. The people who were keeping it, we now know, were at the same time discussing the subject in private with every sign of expertise. The Movement kept silent on monitors in public because it meant to accept them, one of its negotiators has since said, and it did not wish to have refused them first. A movement which has refused a thing must be seen to give way; one that has never mentioned it can simply be found to have no objection.

That is an unusually calculating account, and accounts given after a success are apt to be. But it fits the evidence better than the blank sheet did. It suggests a practical rule. Write silences down. Record who was asked, in what company, on which day; and when the silence ends, look to see what the neighbouring sentences are doing.

## The tense that moved

The break came, as everybody knows, in a schoolroom. On 29 January Kol Arveth told two members of this journal’s staff that the Movement would stop *when they are leaving*. What is less well known is that he had tried to say it twice before, to people who did not notice.

The first was a delegation of clergy, in October, whose note of the meeting gives the old position in the old words. The second was a diplomat from a state outside the basin. He did notice, and was told by his own capital that the tense was probably a matter of translation.^[The language of the valley marks the distinction with a suffix of one letter, which is swallowed in fast speech. The radio’s announcers are trained not to swallow it.] I do not tell these stories to mock. It is simply very hard to hear a condition change when one has been listening for the demand.

Once it had been heard, the rest moved fast, and it moved by contagion. If the Movement could have a *while*, so could the Presidency. Within nine days of the interview a paper had reached the mediators from Kessim in which every one of the government’s old preconditions had been re-expressed as an accompaniment. The arms were to be stored as the committees sat; the prisoners were to go home as the lorries rolled. The mediator who opened the envelope says that her first thought was that someone had made a typing error, and her second was that it had been made nineteen times.

## What the drafters did

The lawyer with the pencil and her colleagues have explained their methods, at a seminar in Osmere, with a frankness that is rare in their trade. As drafters they had, it turned out, three devices. None of them is new. What was new was the thoroughness with which they were used.

1. **The pair.** No obligation stands alone. Each is yoked to one of the other side’s of about the same weight, by *while* or *as long as*, and the two are printed in a single sentence so that neither can be quoted without its fellow.
2. **The clock.** Where things cannot happen together, because one of them takes longer, the drafters refused to write *once*. They cut the longer into pieces, so that there was always some part of it to be going on with.
3. **The witness.** Every pair has somebody named who says whether it is being kept, and who must say so to both sides *at the same hour and in the same words*. That phrase was the Movement’s. It appears in private accounts of its position as early as 2024.

Here is the result in its purest form. It is the fourth article, the one with the crossing-out.

> The forces of the Republic shall be withdrawn from the valley, and the armed activity of the Movement shall cease, each while the other proceeds; and each may be halted when the Joint Commission has reported, to both parties at the same hour and in the same words, that the other has stopped.

It is not a lovely sentence. It was rewritten thirty-one times. But look at what it does not contain. There is no *before* and no *after*; there is no *provided*; nobody goes first. The drafters hold that a ceasefire clause must never require one party to have finished before the other begins, and here they kept to it at some cost to the English.

Look also at the last limb, which was the hardest won. Either side may stop. The Presidency’s generals thought this outrageous, and several of the guarantors agreed with them: an agreement that tells you how to leave it seemed to invite departure. The reply, which carried the day, is that every agreement may be left, and that the only thing in doubt is whether it may be left *without lying*. A party that can halt in the open has less reason to cheat in the dark.

#### A note on the fourth row

Money was kept out of it. Four clauses use *in exchange for*, and all four concern things that can be counted and handed over: fuel, seed, back pay, and the pumps at Orrel. The drafters refused to use the phrase of anything else. Velmark’s offer to pay for the monitors in exchange for a seat among them was declined with thanks. The money came anyway, two months afterwards, and hung on nothing; Velmark, it is fair to record, had changed its mind. It now pledges the first year’s cost of the commission without asking for a seat.

## On whose word

I have been writing as though it were plain who held these positions. It was not, and the difficulty runs through everything that has been said so far.

Take the claim, made to me by six of the nine, that *the field commanders would obey an order to stop*. It mattered more than any clause. And who says so? Not one of the nine was a field commander. Four had it from Arveth’s circle, who had an interest in its being believed; one had it from a cousin; one had it, he thought, from me. The commanders themselves had been asked by nobody, until March, when a doctor who treats both sides put the question to five of them in turn. Three said that they would obey an order from Arveth, if it was given in his own voice and on the radio. One said that he would obey it *after the harvest*. One asked who had sent her.

Three out of five commanders is not *the commanders*; and *would obey if it was given in his own voice* is not *would obey*. Yet the shorter version is the one that reached the guarantors’ capitals, where it was cited in at least two cabinet papers as the settled view of the Movement’s armed wing. It happens to have been right. On 2 May the order was given, in his own voice, on the radio, and the guns stopped within the day. But a thing may turn out to be true without having been known.

The habit I would urge is dull and clerkly. Beside each position, put down whose it is. Then put down who says that it is theirs. The two columns will often be the same, and where they are not, that is the part to worry about.

- *Direct*: the holder said so, to us.
- *Second hand*: somebody said that the holder holds it.
- *The source’s own*: the source holds it, whatever the holder may think.
- *Our own*: we have concluded it, and may be wrong.

In the months when it counted, by my reckoning, about two thirds of what the guarantors took to be the Movement’s positions were of the second kind and a good part of the rest was of the fourth.

## What was left out

A text so pleased with its joints has gaps between them. Three seem to me to be serious.

The first is land. The amnesty in the eleventh article covers acts of war, and by agreement of both parties it covers nothing else. That was wise as far as it went. But a good deal of what was done in the valley was not done with rifles. Fields were sold in the absence of their owners, water was let down to friends, walls were moved in the night. No conjunction has been found for these, because there are no two parties to be joined by one: there are some thousands of pairs of cousins.

The second is the uplands. Nobody from the terraces was in the dining room; nobody, as far as I can learn, was invited. The word is not in the text. The upland villages hold the headworks of half the valley’s channels and have so far been asked for nothing but their goodwill. I should not like to depend on it through a dry summer.

The third is what happens when the pairs run out. A settlement made of *whiles* is held up by motion, like a bicycle. As long as there are lorries to be counted there is something for each side to do on Tuesday. On the day that the last one leaves, the withdrawal is no longer proceeding, and the clause which bound the Movement to be quiet *while the other proceeds* will bind it, on a strict reading, no longer. The drafters are aware of this. They expect that by then, in their words, *the ordinary reasons for not shooting will have grown back*. They may have. It is the only place in nineteen articles where the text relies upon hope, and it does so by saying nothing at all.

## Against cleverness

I have made the thing sound clever, and it is necessary to say something against that. The war in the Drenn valley killed about eleven thousand people.^[The Joint Commission’s working figure. The two sides’ own figures are nine and fourteen thousand. All three leave out those who died of want of medicine, whom nobody has counted.] It was not kept going for six years by a shortage of conjunctions. Men fought because they had been wronged, or paid, or ordered, or because their neighbours were fighting; and they stopped, when they did, in part because there were fewer of them. To read the Understanding as an exercise in drafting is to look at a bandage and admire the weave.

Still, there had been exhaustion before. In the spring of 2023 both sides were by every account as tired as they were to be three years later. There was a mediator, there was a text, and there was a hotel. That text is in the archive. It is generous; in some respects it gave the Movement more than it got in the end. And it is built throughout of *once* and *after*. The army would be withdrawn after the arms had been stored; the arms would be stored once the prisoners were home; the prisoners would be released after the army had been withdrawn. It goes round three times in four pages. Nobody noticed, because every clause when read by itself was a concession.

I think of that paper whenever I am told that some party or other *has rejected* a thing, or that it *would accept* it. The verb is where we look; it goes into the headline. But the verb is what a party has always said and is likely to say again. What moves, when anything moves, is the small word at the hinge: and it moves quietly, at the end of a sentence, at a child’s desk, or on a sheet that was put into the file only so that the tabs would line up.

The lawyer, when I asked her what she would have done if the delegations had refused the *while*, said that she had brought a second pencil.

---

*The states, bodies and people in this essay are invented, as is the war.*
`,
};
