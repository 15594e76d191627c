/** The part of the admin's styles (`app/globals.css`) that the sign-in page needs. */
export const signInStyle = `
:root{color-scheme:light dark;
--ground:light-dark(oklch(.967 .005 250),oklch(.185 .012 262));
--surface:light-dark(oklch(.998 .001 250),oklch(.222 .014 262));
--ink:light-dark(oklch(.235 .022 262),oklch(.935 .008 255));
--ink-soft:light-dark(oklch(.405 .022 260),oklch(.79 .012 255));
--line:light-dark(oklch(.9 .008 255),oklch(.315 .016 262));
--line-strong:light-dark(oklch(.63 .016 258),oklch(.54 .02 260));
--accent:light-dark(oklch(.485 .175 264),oklch(.755 .115 262));
--accent-strong:light-dark(oklch(.42 .17 264),oklch(.82 .09 262));
--accent-ink:light-dark(oklch(.995 0 0),oklch(.185 .03 264));
--danger:light-dark(oklch(.495 .185 26),oklch(.75 .13 24));
--danger-soft:light-dark(oklch(.952 .025 22),oklch(.3 .06 24))}
[data-theme=light]{color-scheme:light}
[data-theme=dark]{color-scheme:dark}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:.875rem/1.5 ui-sans-serif,system-ui,sans-serif}
main{display:flex;flex-direction:column;justify-content:center;max-width:28rem;min-height:100dvh;margin:0 auto;padding:2.5rem 1.25rem}
p{margin:0}
.journal{margin-bottom:1.5rem;font:500 1.5rem/1.25 ui-serif,Georgia,serif;text-wrap:balance}
.card{padding:1.5rem;border:1px solid var(--line);border-radius:8px;background:var(--surface)}
h1{margin:0 0 1rem;font-size:1.1875rem;font-weight:600;line-height:1.3}
[role=alert]{margin-bottom:1rem;padding:.625rem .75rem;border:1px solid var(--danger);border-radius:5px;background:var(--danger-soft)}
label{display:block;margin-bottom:.375rem;color:var(--ink-soft);font-size:.8125rem;font-weight:500}
input:not([type=hidden]){display:block;width:100%;min-height:2.25rem;margin-bottom:1rem;padding:.375rem .625rem;border:1px solid var(--line-strong);border-radius:5px;background:var(--surface);color:inherit;font:inherit}
.hint{margin:-.625rem 0 1rem;color:var(--ink-soft);font-size:.8125rem}
button{display:block;width:100%;min-height:2.25rem;border:0;border-radius:5px;background:var(--accent);color:var(--accent-ink);font:inherit;font-weight:500;cursor:pointer}
button:hover{background:var(--accent-strong)}
button.second{margin-top:.75rem;border:1px solid var(--line-strong);background:none;color:inherit}
button.second:hover{background:var(--ground)}
[hidden]{display:none!important}
.problem{margin-top:1rem}
.problem[role=alert]{margin-bottom:0}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.foot{margin-top:1rem;text-align:center}
a{color:var(--accent);text-underline-offset:2px}
@media(pointer:coarse){input:not([type=hidden]),button{min-height:2.75rem;font-size:1rem}}
`;
