/** Shown when a page cannot be made; rendered once, when the server starts. */
export default function UnavailablePage() {
  return (
    <main id="content" className="page page-plain">
      <title>Not available for the moment</title>
      <meta name="robots" content="noindex" />
      <h1>This page cannot be shown for the moment</h1>
      <p>
        The fault is ours, and it has been noted. Nothing is lost: please try again in a minute, or
        start from <a href="/">the front page</a>.
      </p>
    </main>
  );
}
