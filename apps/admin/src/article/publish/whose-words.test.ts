import { describe, expect, test } from 'vitest';
import { approveLabel, changedSince, type Pending, waitingMessage } from './whose-words.ts';

const people = { h: 'Helen Novak', o: 'Omar Haddad', i: 'Ines Falk', b: 'Omar Bright' };

describe('the button that approves', () => {
  test.each([
    [[], 'Approve'],
    [['o'], 'Approve Omar’s words'],
    [['o', 'h'], 'Approve Omar’s and Helen’s words'],
    [['o', 'b'], 'Approve Omar Haddad’s and Omar Bright’s words'],
    [['o', 'h', 'i'], 'Approve 3 people’s words'],
    [['me'], 'Approve your words'],
    [['o', 'me'], 'Approve Omar’s and your words'],
  ])('for %j reads: %s', (approves, label) => {
    expect(approveLabel(approves, people, 'me')).toBe(label);
  });

  test('keeps to a length that a telephone shows', () => {
    const label = approveLabel(['x'], { x: 'Wolfeschlegelsteinhausenbergerdorff Senior' }, 'me');
    expect(label).toBe('Approve Wolfeschlegelsteinh…’s words');
  });
});

describe('after an approval', () => {
  const helen = { id: 'h', name: 'Helen Novak' };
  const ines = { id: 'i', name: 'Ines Falk' };

  test('it says whose words wait, and for whom', () => {
    expect(
      waitingMessage([{ author: { id: 'me', name: 'Me' }, approvers: [helen, ines] }], 'me'),
    ).toBe('Waiting for Helen Novak or Ines Falk to approve your words.');
    expect(waitingMessage([{ author: helen, approvers: [] }], 'me')).toBe(
      'Nobody can approve Helen Novak’s words yet.',
    );
    expect(waitingMessage([], 'me')).toBe('');
  });
});

describe('what was read', () => {
  const pending = (authorId: string, change: number): Pending => ({
    ...{ authorId, change, at: '2031-03-01T09:00:00.000Z', fields: [], findingIds: [] },
    ...{ blocks: [], baseRevisionId: null, approverIds: [] },
  });

  test('is what is approved: another’s change since has to be read, one’s own does not', () => {
    const shown = [pending('h', 3), pending('me', 4)];
    expect(changedSince(shown, [pending('h', 3), pending('me', 9)], 'me')).toBe(false);
    expect(changedSince(shown, [pending('h', 5)], 'me')).toBe(true);
    expect(changedSince(shown, [pending('h', 3), pending('i', 5)], 'me')).toBe(true);
    expect(changedSince(shown, [], 'me')).toBe(false);
  });
});
