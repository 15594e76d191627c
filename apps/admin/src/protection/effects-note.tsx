import type { Effect } from '@viewpoints/domain/exposures/effect';
import { ErrorNote } from '../ui/error-note.tsx';
import { EffectsList } from './effects-list.tsx';

/** The effects of a protective act, once they are known. The act is possible without knowing them. */
export function EffectsNote(props: {
  query: { data?: { effects: Effect[] } | undefined; error: unknown };
}) {
  const { data, error } = props.query;
  if (error)
    return (
      <ErrorNote error={error} title="What readers would no longer see could not be listed." />
    );
  if (!data) return <p className="text-ink-faint">Looking up what readers would no longer see…</p>;
  return <EffectsList effects={data.effects} />;
}
