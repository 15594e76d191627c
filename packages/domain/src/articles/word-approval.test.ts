import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Role } from '../accounts/account.ts';
import type { Colleague } from '../accounts/colleague.ts';
import { idOf, times } from '../testing/builders.ts';
import {
  type ArticleWords,
  approvalOf,
  approversOf,
  changesOf,
  isApproved,
  pendingWords,
  type WordApproval,
} from './word-approval.ts';

const person = (number: number, name: string, ...roles: Role[]): Colleague => ({
  id: idOf(number),
  name,
  roles,
});
const ines = person(1, 'Ines Falk', 'contributor');
const helen = person(2, 'Helen Novak', 'editor');
const omar = person(3, 'Omar Haddad', 'editor', 'publisher');
const admin = person(4, 'Ada Lind', 'admin');
const colleagues = [helen, ines, omar];
const fourEyes = { fourEyes: true };
const alone = { fourEyes: false };

/** An article of Ines's in which people wrote in the order given; each entry is one change. */
const wordsOf = (
  written: Colleague[],
  approvals: WordApproval[] = [],
  createdBy = ines,
): ArticleWords => ({
  createdBy: createdBy.id,
  contributions: [...new Set(written)].map(({ id }) => ({
    authorId: id,
    change: written.findLastIndex((each) => each.id === id) + 1,
    at: times.saved,
  })),
  approvals,
});
const approved = (author: Colleague, approver: Colleague, change: number): WordApproval => ({
  ...{ authorId: author.id, approverId: approver.id, change },
  fourEyes: author.id !== approver.id,
});

type Case = {
  title: string;
  words: ArticleWords;
  by: Colleague;
  settings?: { fourEyes: boolean };
  /** The authors whose words the approval covers, or the code it is refused with. */
  covers: Colleague[] | string;
  waiting?: Colleague[];
};

const cases: Case[] = [
  {
    title: 'the author’s words by the reviewer',
    words: wordsOf([ines]),
    by: helen,
    covers: [ines],
  },
  {
    title: 'one’s own words by an editor',
    words: wordsOf([helen]),
    by: helen,
    covers: 'own_words',
  },
  {
    title: 'one’s own words by a contributor',
    words: wordsOf([ines]),
    by: ines,
    covers: 'own_words',
  },
  {
    title: 'the author’s words by a reviewer who wrote too, whose own then wait',
    words: wordsOf([ines, helen]),
    by: helen,
    covers: [ines],
    waiting: [helen],
  },
  {
    title: 'the editor’s words by the contributor whose article it is',
    words: wordsOf([ines, helen], [approved(ines, helen, 1)]),
    by: ines,
    covers: [helen],
  },
  {
    title: 'the editor’s words in somebody else’s article by a contributor',
    words: wordsOf([helen], [], helen),
    by: ines,
    covers: 'not_your_own',
  },
  {
    title: 'two authors’ words at once by a third person',
    words: wordsOf([ines, helen]),
    by: omar,
    covers: [helen, ines],
  },
  {
    title: 'words that were changed again after an approval',
    words: wordsOf([ines, helen, ines], [approved(ines, helen, 1), approved(helen, ines, 2)]),
    by: omar,
    covers: [ines],
  },
  {
    title: 'nothing of somebody whose approval covers their own words alone',
    words: wordsOf([helen], [{ ...approved(helen, omar, 1), approverId: helen.id }]),
    by: helen,
    covers: 'own_words',
  },
  {
    title: 'nothing, where everything was approved before',
    words: wordsOf([ines], [approved(ines, helen, 1)]),
    by: omar,
    covers: [],
  },
  { title: 'anything by an admin', words: wordsOf([ines]), by: admin, covers: 'role_missing' },
  {
    title: 'one’s own words by an editor, four eyes being off',
    words: wordsOf([helen]),
    by: helen,
    settings: alone,
    covers: [helen],
  },
  {
    title: 'one’s own words by a contributor, four eyes being off',
    words: wordsOf([ines]),
    by: ines,
    settings: alone,
    covers: 'own_words',
  },
];

describe('an approval', () => {
  test.each(cases)('covers $title', ({ words, by, settings = fourEyes, covers, waiting = [] }) => {
    const approving = approvalOf(by, words, settings, colleagues);
    if (typeof covers === 'string') {
      expect(approving).toMatchObject({ ok: false, reasons: [{ code: covers }] });
      return;
    }
    expect(approving.ok && approving.approves.map(({ authorId }) => authorId)).toEqual(
      covers.map(({ id }) => id),
    );
    expect(approving.ok && approving.waiting.map(({ authorId }) => authorId)).toEqual(
      waiting.map(({ id }) => id),
    );
  });

  test('of one’s own words says that nobody else saw them, and of others’ that another did', () => {
    expect(approvalOf(helen, wordsOf([ines, helen]), alone, colleagues)).toMatchObject({
      approves: [
        { authorId: helen.id, change: 2, fourEyes: false },
        { authorId: ines.id, change: 1, fourEyes: true },
      ],
    });
  });

  test('that was given alone still counts once four eyes are on', () => {
    const words = wordsOf([helen], [approved(helen, helen, 1)]);
    expect(isApproved(words)).toBe(true);
    expect(approvalOf(helen, words, fourEyes, colleagues)).toMatchObject({ ok: true });
  });

  test('of one’s own words names who can give it, in a sentence', () => {
    const refused = approvalOf(helen, wordsOf([helen]), fourEyes, [helen, ines, omar, admin]);
    expect(refused).toMatchObject({
      reasons: [
        {
          message: 'These are your own words. Ines Falk or Omar Haddad can approve them.',
          details: { people: [ines.id, omar.id] },
        },
      ],
    });
  });

  test('that nobody else can give says how to get a second person', () => {
    expect(approvalOf(helen, wordsOf([helen]), fourEyes, [helen])).toMatchObject({
      reasons: [
        {
          message:
            'These are your own words. Nobody else here can approve them. Invite a second person, or turn off four eyes in the settings.',
          details: { people: [] },
        },
      ],
    });
    expect(approvalOf(ines, wordsOf([ines]), alone, [ines])).toMatchObject({
      reasons: [
        {
          message: 'These are your own words. Nobody else here can approve them. Invite an editor.',
        },
      ],
    });
  });

  test('names no more than three, and counts the others', () => {
    const many = Array.from({ length: 5 }, (_, index) =>
      person(20 + index, `No ${index}`, 'editor'),
    );
    const refused = approvalOf(helen, wordsOf([helen], [], helen), fourEyes, [helen, ...many]);
    expect(refused).toMatchObject({
      reasons: [{ message: 'These are your own words. No 0, No 1 or 3 others can approve them.' }],
    });
  });
});

describe('changes', () => {
  test('are requested by those who may review and are not the only author', () => {
    const codes = (by: Colleague, words: ArticleWords, settings = fourEyes) => {
      const permission = changesOf(by, words, settings, colleagues);
      return permission.ok ? 'ok' : permission.reasons.map(({ code }) => code).join();
    };
    expect(codes(helen, wordsOf([ines]))).toBe('ok');
    expect(codes(helen, wordsOf([ines, helen]))).toBe('ok');
    expect(codes(helen, wordsOf([helen]))).toBe('own_words');
    expect(codes(helen, wordsOf([helen]), alone)).toBe('ok');
    expect(codes(ines, wordsOf([ines, helen]))).toBe('role_missing');
    expect(changesOf(helen, wordsOf([helen]), fourEyes, colleagues)).toMatchObject({
      reasons: [{ message: 'You wrote all of it. Omar Haddad can request changes to it.' }],
    });
  });
});

/** An act of one of two or three people on an article, in some order. */
type Act = { who: number; what: 'edit' | 'approve' };
const acts = (people: number) =>
  fc.array(
    fc.record<Act>({
      who: fc.integer({ min: 0, max: people - 1 }),
      what: fc.constantFrom('edit', 'approve'),
    }),
    { maxLength: 25 },
  );
const desks = [
  [helen, omar],
  [ines, helen],
  [ines, helen, omar],
];

/** The article after these acts, by the rules; with a plain list of what really happened. */
function perform(people: Colleague[], order: Act[]) {
  const [first] = people;
  const happened: { who: string; what: Act['what'] }[] = [{ who: first?.id ?? '', what: 'edit' }];
  let changes = 1;
  const last = new Map([[first?.id ?? '', changes]]);
  const approvals: WordApproval[] = [];
  const words = (): ArticleWords => ({
    createdBy: first?.id ?? '',
    contributions: [...last].map(([authorId, change]) => ({ authorId, change, at: times.saved })),
    approvals,
  });
  for (const { who, what } of order) {
    const acting = people[who];
    if (acting === undefined) continue;
    if (what === 'edit') {
      changes += 1;
      last.set(acting.id, changes);
      happened.push({ who: acting.id, what });
      continue;
    }
    const approving = approvalOf(acting, words(), fourEyes, people);
    if (!approving.ok) continue;
    approvals.push(...approving.approves.map((each) => ({ ...each, approverId: acting.id })));
    happened.push({ who: acting.id, what });
  }
  return { words: words(), happened };
}

describe('whatever two or three people do', () => {
  test('an article is never approved while an author’s last change has no approval by another', () => {
    let reached = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...desks).chain((desk) => fc.tuple(fc.constant(desk), acts(desk.length))),
        ([desk, order]) => {
          const { words, happened } = perform(desk, order);
          if (!isApproved(words)) return;
          reached += 1;
          for (const author of new Set(happened.map(({ who }) => who))) {
            const lastEdit = happened.findLastIndex(
              ({ who, what }) => who === author && what === 'edit',
            );
            if (lastEdit < 0) continue;
            const after = happened.slice(lastEdit + 1);
            expect(after.some(({ who, what }) => what === 'approve' && who !== author)).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
    // The orders are chosen so that an approval is often reached.
    expect(reached).toBeGreaterThan(100);
  });

  test('two of them can always bring it to an approval, each approving the other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...desks).chain((desk) => fc.tuple(fc.constant(desk), acts(desk.length))),
        ([desk, order]) => {
          const everybody = desk.map((_, who): Act => ({ who, what: 'approve' }));
          expect(isApproved(perform(desk, [...order, ...everybody]).words)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('an edit leaves the approvals of what others wrote as they are', () => {
    fc.assert(
      fc.property(acts(3), fc.integer({ min: 0, max: 2 }), (order, who) => {
        const desk = [ines, helen, omar];
        const before = pendingWords(perform(desk, order).words).map(({ authorId }) => authorId);
        const after = pendingWords(perform(desk, [...order, { who, what: 'edit' }]).words);
        const expected = new Set([...before, desk[who]?.id]);
        expect(new Set(after.map(({ authorId }) => authorId))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('those named as able to approve are able to', () => {
    fc.assert(
      fc.property(acts(3), (order) => {
        const desk = [ines, helen, omar];
        const { words } = perform(desk, order);
        for (const { authorId } of pendingWords(words)) {
          const named = approversOf(authorId, words, fourEyes, desk);
          for (const colleague of desk) {
            const approving = approvalOf(colleague, words, fourEyes, desk);
            const can =
              approving.ok && approving.approves.some((each) => each.authorId === authorId);
            expect(named.includes(colleague)).toBe(can);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
