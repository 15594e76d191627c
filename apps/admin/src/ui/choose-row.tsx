'use client';

/** A box by which a row of a list is chosen. */
export function ChooseRow(props: {
  /** The subject of the row. */
  of: string;
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
}) {
  return (
    <label className="-m-2 flex p-2">
      <input
        type="checkbox"
        aria-label={`Choose “${props.of}”`}
        checked={props.isChosen}
        onChange={(event) => props.onChange(event.target.checked)}
        className="size-4 accent-accent"
      />
    </label>
  );
}
