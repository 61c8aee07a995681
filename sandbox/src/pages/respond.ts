/** Pictures and the style sheet of this origin, and nothing else: no script. */
const policy = (formAction: string) =>
  [
    "default-src 'none'",
    "img-src 'self'",
    "style-src 'self'",
    "base-uri 'none'",
    `form-action ${formAction}`,
    "frame-ancestors 'none'",
  ].join('; ');

interface Answer {
  readonly type: string;
  readonly status?: number;
  /** Whether a browser shows or saves it, and by which name. */
  readonly disposition?: string;
  /** Where its form may lead. By default it has none. */
  readonly formAction?: string;
}

/** An answer of the pages, with what keeps a browser from doing more with it. */
export const respond = (
  body: string | Blob | null,
  { type, status = 200, disposition, formAction = "'none'" }: Answer
): Response =>
  new Response(body, {
    status,
    headers: {
      'content-type': type,
      'content-security-policy': policy(formAction),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      ...(disposition ? { 'content-disposition': disposition } : {}),
    },
  });
