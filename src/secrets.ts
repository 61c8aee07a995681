const placeholder = '[redacted]';

/**
 * Anything that follows `Bearer`, and the forms of Asana's tokens (`0/<hex>`,
 * `1/<digits>:<hex>`, `2/<digits>/<digits>:<hex>`, and with one part more where
 * an app has it), also as they stand in a URL. A path such as `/0/<gid>` in an
 * address of Asana is none.
 */
const patterns = [
  /\bBearer\s+[^\s"',;]+/gi,
  /\b[012](?:\/|%2F)(?:\d+(?:[/:]|%2F|%3A)){0,3}(?:[0-9a-f]{32,}|(?<=:|%3A)[0-9a-f]{16,})\b/gi,
];

/** A shorter "secret" would blacken half of every message. */
const shortestSecret = 6;

/** The longest first: where one begins with another, all of it must go. */
let secrets: readonly string[] = [];

/** Remembers a secret, so that no error and no line of output shows it. */
export function keepSecret(secret: string): void {
  if (secret.length < shortestSecret || secrets.includes(secret)) return;
  const all = new Set([...secrets, secret, encodeURIComponent(secret)]);
  secrets = [...all].sort((a, b) => b.length - a.length);
}

/** The value with every secret in its strings blackened. */
export function redact<T>(value: T): T {
  if (typeof value === 'string') return redactText(value) as T & string;
  if (Array.isArray(value)) return value.map(redact) as T & unknown[];
  if (isPlain(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        redactText(key),
        redact(each),
      ])
    ) as T & object;
  }
  return value;
}

/** Made by `{…}` or by JSON, in whatever realm: there is no class behind it. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function redactText(text: string): string {
  const known = secrets.reduce(
    (redacted, secret) => redacted.split(secret).join(placeholder),
    text
  );
  return patterns.reduce(
    (redacted, pattern) => redacted.replace(pattern, placeholder),
    known
  );
}
