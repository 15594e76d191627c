/**
 * The script of the page to sign in at: it shows the button for passkeys where the browser has what
 * it takes, and signs in with one. Written as it is sent, since the page is made without a bundler.
 */
export const signInScript = `
(function () {
  var P = window.PublicKeyCredential, button = document.getElementById('passkey');
  var problem = document.getElementById('passkey-problem');
  if (!P || !P.parseRequestOptionsFromJSON) return;
  var post = function (path, body) {
    return fetch('/auth/passkey/' + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  };
  var say = function (words) { problem.textContent = words; problem.hidden = false; };
  button.hidden = false;
  button.addEventListener('click', async function () {
    problem.hidden = true;
    button.disabled = true;
    try {
      var asked = await post('options', {});
      if (!asked.ok) return say('Too many tries, or the server could not be reached. Try again in a moment.');
      var publicKey = P.parseRequestOptionsFromJSON(await asked.json());
      var made;
      try { made = await navigator.credentials.get({ publicKey: publicKey }); }
      catch (error) { return say('No passkey was used. Try again, or sign in with your password.'); }
      var answer = await post('sign-in', { credential: made.toJSON() });
      if (answer.ok) return location.assign(document.querySelector('[name=next]').value);
      var told = await answer.json().catch(function () { return null; });
      say(told && told.reasons && told.reasons[0] ? told.reasons[0].message : 'This passkey could not be checked. Try again in a moment.');
    } catch (error) {
      say('The server could not be reached. Try again in a moment.');
    } finally {
      button.disabled = false;
    }
  });
})();
`;
