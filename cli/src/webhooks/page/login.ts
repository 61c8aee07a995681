import { html, type Html } from './html.js';

/** Asks for the token, whoever it is: a proxy comes from this machine, too. */
export const loginForm = (isWrong: boolean): Html =>
  html`<h1>Asana webhooks</h1>
    ${isWrong && html`<p class="bad" role="alert">That is not the token.</p>`}
    <form method="post" action="login">
      <input name="user" value="webhooks" autocomplete="username" hidden />
      <p>
        <label
          >Token
          <input
            type="password"
            name="token"
            autocomplete="current-password"
            required
            autofocus
        /></label>
        <button>Log in</button>
      </p>
    </form>
    <p class="quiet">
      It ends the link that <code>webhooks serve</code> gives when it starts, or
      is in the file that <code>--page-token-file</code> names.
    </p>`;
