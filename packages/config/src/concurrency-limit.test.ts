import { describe, expect, it } from 'vitest';
import { limitConcurrency, QueueFull } from './concurrency-limit.ts';

describe('taking turns', () => {
  it('lets so many run at once, the others in order, and refuses the rest', async () => {
    const runLimited = limitConcurrency({ atOnce: 2, maxWaiting: 3 });
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const work = (name: number) =>
      runLimited(() => {
        begun.push(name);
        return new Promise<number>((resolve) => ends.push(() => resolve(name)));
      });
    const all = [1, 2, 3, 4, 5].map(work);
    await expect(work(6)).rejects.toBeInstanceOf(QueueFull);
    expect(begun).toEqual([1, 2]);
    for (let done = 0; done < 5; done += 1) {
      ends[done]?.();
      await all[done];
      expect(begun.length).toBe(Math.min(5, done + 3));
    }
    expect(await Promise.all(all)).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives the turn on where work fails', async () => {
    const runLimited = limitConcurrency({ atOnce: 1, maxWaiting: 1 });
    const failed = runLimited(() => Promise.reject(new Error('broken')));
    const next = runLimited(async () => 'next');
    await expect(failed).rejects.toThrow('broken');
    expect(await next).toBe('next');
  });
});
