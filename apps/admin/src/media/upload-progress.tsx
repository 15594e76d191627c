/** How much of a file has been sent. */
export function UploadProgress(props: {
  /** The file's name, by which screen readers tell one bar from another. */
  name: string;
  /** From 0 to 1. */
  share: number;
}) {
  return (
    <progress
      className="h-1.5 w-full accent-accent"
      aria-label={`Upload of ${props.name}`}
      max={1}
      value={props.share}
    />
  );
}
