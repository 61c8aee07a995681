/** What a login says that is nobody's secret. */
const shown = new Set([
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'code_challenge_method',
]);

/**
 * The query of a request, for looking at. At the endpoints of OAuth it may hold
 * secrets: those that belong there, and those that a mistake has put there.
 */
export function shownQuery({
  pathname,
  searchParams,
}: URL): Readonly<Record<string, string>> {
  const isOAuth = pathname.startsWith('/-/');
  return Object.fromEntries(
    [...searchParams].map(([name, value]) => [
      name,
      isOAuth && !shown.has(name) ? '(hidden)' : value,
    ])
  );
}
