/** What to do when a login is over. */
export const logInAgain =
  'Log in again: run "npx @openfn/asana-cli login" and use the credential that it writes. In OpenFn Lightning, open the credential and authorize it again.';
