/** Words that were found, with those around them: "by the harbour [mira hale] is open" marks them. */
export function FoundWords(props: { context: string }) {
  const [, before = '', words = '', after = ''] = /^(.*?)\[([^\]]*)\](.*)$/su.exec(
    props.context,
  ) ?? [null, props.context];
  return (
    <p className="rounded-md bg-sunken px-3 py-2 break-words" dir="auto">
      {before}
      {words ? <mark className="rounded-sm bg-warn-soft px-0.5 font-medium">{words}</mark> : null}
      {after}
    </p>
  );
}
