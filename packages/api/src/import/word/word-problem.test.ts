import { QueueFull } from '@viewpoints/config/concurrency-limit';
import { JobProcessEnded } from '@viewpoints/pictures/job-process';
import { expect, test } from 'vitest';
import type { ProblemError } from '../../problem.ts';
import { problemOfReading } from './word-problem.ts';

const codeOf = (thrown: unknown) => {
  const { code, reasons } = problemOfReading(thrown) as ProblemError;
  return [code, reasons[0]?.code];
};

test('a crashed process, or many waiting files, get a problem that means something to the sender', () => {
  expect(codeOf(new JobProcessEnded('timeout'))).toEqual(['too_large', 'word_too_demanding']);
  expect(codeOf(new JobProcessEnded('memory'))).toEqual(['too_large', 'word_too_demanding']);
  expect(codeOf(new JobProcessEnded('crash'))).toEqual(['unavailable', 'word_process_ended']);
  expect(codeOf(new QueueFull())).toEqual(['unavailable', 'word_files_waiting']);
  const other = new Error('x');
  expect(problemOfReading(other)).toBe(other);
});
