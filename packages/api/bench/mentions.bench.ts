import { randomUUID } from 'node:crypto';
import { findMentions, prepareNeedles } from '@viewpoints/domain/attribution/find-mentions';
import { foldMention } from '@viewpoints/domain/attribution/fold-mention';
import { mentionNeedles } from '@viewpoints/domain/attribution/mention-needles';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import { evasions, wholeName } from '@viewpoints/domain/testing/evasions';
import { falseAlarms } from './mentions/false-alarms.ts';
import { type BenchPerson, makePeople } from './mentions/people.ts';
import { generatedArticles, longArticle, sampleTexts } from './mentions/texts.ts';

/**
 * Whether protected names are found however they are written, how often an article is suspected of
 * names that it does not have, and what it costs. Nothing here needs a database.
 */

const people = makePeople(80, 1).map((person) => ({
  person,
  needles: mentionNeedles({ what: 'name', text: wholeName(person) }),
}));
const report = (name: string, value: number, unit: string, target?: string, met?: boolean) =>
  console.log(JSON.stringify({ name, value, unit, target, met }));

report('mentions: names', people.length, '');
const counts = people.map(({ needles }) => needles.length).toSorted((a, b) => a - b);
report('mentions: needles of a name, median', counts[Math.floor(counts.length / 2)] ?? 0, '');
report('mentions: needles of a name, most', counts.at(-1) ?? 0, '');

const sentence = (mention: string) => `Those who were there say that ${mention} asked for water.`;
for (const [evasion, write] of Object.entries(evasions)) {
  const tried = people.flatMap(({ person, needles }) => {
    const mention = write(person);
    return mention === null ? [] : [{ person, mention, needles }];
  });
  const found = tried.map(({ mention, needles, person }) => {
    const matches = findMentions(sentence(mention), needles);
    if (matches.length === 0 && process.argv.includes('--missed'))
      console.log(evasion, wholeName(person), mention);
    return matches.some(({ needle }) => needle.certainty === 'certain')
      ? 2
      : Math.min(matches.length, 1);
  });
  const share = (least: number) =>
    (100 * found.filter((each) => each >= least).length) / tried.length;
  report(`mentions found: ${evasion} (${tried.length} names)`, share(1), '%');
  report('… as certain', share(2), '%');
}

const isSame = (a: BenchPerson, b: BenchPerson) => a.given === b.given && a.family === b.family;
const others = makePeople(40, 7).filter(
  (other) => !people.some(({ person }) => isSame(person, other)),
);
const named = people.map(({ person, needles }) => ({ name: wholeName(person), needles }));
for (const [kind, texts] of [
  ['the sample journal', sampleTexts()],
  ['generated prose with 20 other people', generatedArticles(50, others)],
] as const) {
  const { pairs, certain, possible } = falseAlarms(texts, named);
  report(`mentions: false alarms, ${kind}, certain`, (1000 * certain) / pairs, 'in 1,000 pairs');
  report(`mentions: false alarms, ${kind}, possible`, (1000 * possible) / pairs, 'in 1,000 pairs');
}

const article = longArticle(100_000);
const milliseconds = (run: () => void): number => {
  const times = Array.from({ length: 9 }, () => {
    const begun = process.cpuUsage();
    run();
    return process.cpuUsage(begun).user / 1000;
  });
  return times.toSorted((a, b) => a - b)[4] ?? 0;
};
foldMention(article);
const folding = milliseconds(() => foldMention(article));
report('mentions: folding', article.length / 1000 / folding, 'MB/s');
for (const count of [1, 20, 200]) {
  const some: BenchPerson[] = people.slice(0, count).map(({ person }) => person);
  const make = () =>
    some.flatMap((person) => mentionNeedles({ what: 'name', text: wholeName(person) }));
  report(`mentions: making the needles of ${count}`, milliseconds(make), 'ms');
  const needles = prepareNeedles(make(), () => null);
  report(
    `mentions: 100 kB with ${count}`,
    milliseconds(() => findMentions(article, needles)),
    'ms',
  );
}

// A first name that every line has, and that two hundred people have.
const namesakes = Array.from({ length: 200 }, (_, index) => ({
  ...{
    what: 'name' as const,
    text: `Maro Adaneva${'abcdefghij'[index % 10]}${'klmnopqrstuvwxyzabcd'[Math.floor(index / 10)]}`,
  },
  ...{ sourceId: randomUUID(), participantId: randomUUID() },
}));
const everyLine = [{ text: 'Maro said so. '.repeat(10_000), at: 'body' }];
report(
  'mentions: 140 kB that says one name 10,000 times, with 200 who have it',
  milliseconds(() => mentionReasons(everyLine, namesakes, { articleId: null })),
  'ms',
);
