/** What ends the secrets of a file; to log in again leaves them as they are. */
export const endSecrets =
  'end what is in it with npx openfn-asana revoke (a personal access token: delete it at https://app.asana.com/0/my-apps). If it holds a client secret, get another one for the app there.';
