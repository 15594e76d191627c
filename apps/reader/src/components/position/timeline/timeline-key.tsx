import type { TimeExtent } from '@viewpoints/domain/positions/time-extent';
import { TimelineSpan } from './timeline-span.tsx';

type Sample = Pick<TimeExtent, 'kind' | 'isDoubtful' | 'start' | 'end'>;

const plain: Sample = { kind: 'within', isDoubtful: false, start: null, end: null };

/** The lines a timeline may have, with what each means. */
const samples: readonly { words: string; sample: Sample; isIn: (extent: TimeExtent) => boolean }[] =
  [
    {
      words: 'some time in it',
      sample: plain,
      isIn: ({ kind }) => kind === 'within',
    },
    {
      words: 'all that time',
      sample: { ...plain, kind: 'throughout' },
      isIn: ({ kind }) => kind === 'throughout',
    },
    {
      words: 'about then',
      sample: { ...plain, isDoubtful: true },
      isIn: ({ isDoubtful }) => isDoubtful,
    },
    {
      words: 'before or after, without an end',
      sample: { ...plain, kind: 'throughout', end: 'open' },
      isIn: ({ start, end }) => start === 'open' || end === 'open',
    },
    {
      words: 'not known since or until when',
      sample: { ...plain, kind: 'throughout', end: 'unknown' },
      isIn: ({ start, end }) => start === 'unknown' || end === 'unknown',
    },
  ];

/** What the lines of a timeline mean: those that are in it. */
export function TimelineKey({ extents }: { extents: readonly TimeExtent[] }) {
  const used = samples.filter(({ isIn }) => extents.some(isIn));
  if (used.length === 0) return null;
  return (
    <ul className="timeline-key">
      {used.map(({ words, sample }) => (
        <li key={words}>
          <svg width="40" height="14" aria-hidden="true" focusable="false">
            <TimelineSpan
              span={{ x1: 0.1, x2: 0.9 }}
              extent={sample}
              y={8}
              across={(x) => `${x * 100}%`}
              direction="ltr"
            />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
