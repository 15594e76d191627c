import type { Queue } from '@viewpoints/domain/desk/queues';

/** The label and the description of each queue. */
export const queueWords: Record<Queue, { label: string; description: string; empty: string }> = {
  mine: {
    label: 'Mine',
    description: 'Articles that are assigned to you, urgent ones first.',
    empty: 'Nothing is assigned to you.',
  },
  review: {
    label: 'To review',
    description: 'Articles in review that are assigned to you or to nobody.',
    empty: 'No article waits for your review.',
  },
  approve: {
    label: 'To approve',
    description: 'Articles in review with words that you can approve.',
    empty: 'No words wait for your approval.',
  },
  confirm: {
    label: 'To confirm',
    description: 'Retracted articles whose text somebody wants to show again.',
    empty: 'No text waits for you to confirm it.',
  },
  verify: {
    label: 'To verify',
    description: 'Findings that you can verify, by article. Each is verified by itself.',
    empty: 'No finding waits for you to verify it.',
  },
  due: {
    label: 'Due',
    description: 'Articles whose day has passed or comes within a week.',
    empty: 'Nothing is due within a week.',
  },
  stuck: {
    label: 'Stuck',
    description: 'Articles to which nothing has happened for two weeks.',
    empty: 'Nothing is stuck.',
  },
  review_by: {
    label: 'Review overdue',
    description: 'Findings whose review date has passed, by article.',
    empty: 'No review is overdue.',
  },
};
