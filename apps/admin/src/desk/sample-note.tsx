import { Panel } from '../ui/table.tsx';

/** Says that what is here is invented, and how a journal of one's own is begun. */
export function SampleNote() {
  return (
    <Panel title="A sample journal" padded>
      <p className="max-w-[75ch]">
        The articles, people and places here are invented. What you change stays on this
        installation alone.
      </p>
      <p className="mt-2 max-w-[75ch] text-ink-soft">
        To begin your own journal, stop Viewpoints and start it on an empty data directory:{' '}
        <code>DATA_DIR=./journal SAMPLE=off npm start</code>. The sample stays where it is, and goes
        with its own data directory. This note disappears once every sample article is archived.
      </p>
    </Panel>
  );
}
