import { LooseDate } from '../shared/when.tsx';

/** The day that a board shows, with the way back to now; nothing if it is now. */
export function HeldOn({ on, whole }: { on: string | undefined; whole: string }) {
  if (on === undefined) return null;
  return (
    <p className="standfirst">
      As held on <LooseDate edtf={on} />, by what this journal knows today.{' '}
      <a href={whole}>Show the present</a>
    </p>
  );
}
