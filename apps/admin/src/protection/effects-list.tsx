import { type Effect, effectInWords } from '@viewpoints/domain/exposures/effect';

/** Everything that readers would no longer see, one thing a line; nothing if there is none. */
export function EffectsList(props: { effects: readonly Effect[] }) {
  if (props.effects.length === 0) return null;
  return (
    <section className="grid gap-1.5">
      <h3 className="text-sm font-semibold">Readers will lose</h3>
      <ul className="max-h-60 list-disc overflow-y-auto rounded-md bg-sunken py-2 ps-7 pe-3">
        {props.effects.map((effect) => (
          <li key={`${effect.kind} ${effect.article?.id} ${effect.detail}`} className="break-words">
            {effectInWords(effect)}
          </li>
        ))}
      </ul>
    </section>
  );
}
