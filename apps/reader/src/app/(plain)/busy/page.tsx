/** Shown to a network that exceeds its limit; rendered once, when the server starts. */
export default function BusyPage() {
  return (
    <main id="content" className="page page-plain">
      <title>Too many requests</title>
      <meta name="robots" content="noindex" />
      <h1>Too many requests</h1>
      <p>
        Your network has asked for more pages in the last minute than this site makes for one. Those
        that are ready are still to be had: please go back, or try this one again in half a minute.
      </p>
    </main>
  );
}
