import { describe, expect, test } from 'vitest';
import { bounceKindOf, type DeliveryStatus } from './bounce.ts';

const report = (status: string, diagnostic = '', action = 'failed'): DeliveryStatus => ({
  ...{ action, status, diagnostic },
});

describe('a report of delivery', () => {
  test.each(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10'])(
    'with %s says that a mailbox is gone',
    (code) => {
      expect(bounceKindOf([report(code)])).toBe('hard');
    },
  );

  test.each(['5.2.2', '5.2.1', '4.2.2', '4.4.7', '5.0.0', '5.4.4', '4.1.1', '5.1.11', '5.1.100'])(
    'with %s is a failure that may pass',
    (code) => {
      expect(bounceKindOf([report(code)])).toBe('soft');
    },
  );

  test.each(['5.7.1', '5.7.26', '4.7.0', '5.6.0', '2.0.0', '', 'failed', '1.5.1.1'])(
    'with “%s” says nothing of the mailbox',
    (code) => {
      expect(bounceKindOf([report(code)])).toBe('none');
    },
  );

  test('goes by what the server quoted, where its own code says nothing', () => {
    const gone = 'smtp; 550 5.1.1 <ana@mail.example>: no such user';
    expect(bounceKindOf([report('5.0.0', gone)])).toBe('hard');
    expect(bounceKindOf([report('', gone)])).toBe('hard');
    // Of another class, or where its own says more.
    expect(bounceKindOf([report('4.0.0', gone)])).toBe('soft');
    expect(bounceKindOf([report('5.2.2', gone)])).toBe('soft');
    expect(bounceKindOf([report('5.0.0', 'smtp; 550 from 192.5.1.1')])).toBe('soft');
  });

  test('of a delay or a success is none', () => {
    for (const action of ['delayed', 'delivered', 'relayed', 'expanded', ''])
      expect(bounceKindOf([report('5.1.1', '', action)])).toBe('none');
    expect(bounceKindOf([])).toBe('none');
  });

  test('of several recipients is hard where all are gone, and none where one got it', () => {
    expect(bounceKindOf([report('5.1.1'), report('5.1.10')])).toBe('hard');
    expect(bounceKindOf([report('5.1.1'), report('5.2.2')])).toBe('soft');
    expect(bounceKindOf([report('5.1.1'), report('5.7.1')])).toBe('none');
    expect(bounceKindOf([report('5.1.1'), report('2.0.0', '', 'delivered')])).toBe('none');
    expect(bounceKindOf([report('5.1.1'), report('4.0.0', '', 'delayed')])).toBe('hard');
  });
});
