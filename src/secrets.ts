import lodash from 'lodash';

const placeholder = '[redacted]';

/**
 * Anything that follows `Bearer`, and the three forms of a personal access
 * token (`0/<hex>`, `1/<digits>:<hex>`, `2/<digits>/<digits>:<hex>`).
 */
const patterns = [
  /\bBearer\s+[^\s"',;]+/gi,
  /\b[012]\/(?:\d+[/:]){0,2}[0-9a-f]{32,}\b/gi,
];

/** A shorter "secret" would blacken half of every message. */
const shortestSecret = 6;

const secrets = new Set<string>();

/** Remembers a secret, so that no error and no log line shows it. */
export function keepSecret(secret: string): void {
  if (secret.length >= shortestSecret) secrets.add(secret);
}

/** The value with every secret in its strings blackened. */
export function redact<T>(value: T): T {
  if (typeof value === 'string') return redactText(value) as T;
  if (Array.isArray(value)) return value.map(redact) as T;
  if (lodash.isPlainObject(value)) {
    return lodash.mapValues(
      lodash.mapKeys(value as object, (_, key) => redactText(key)),
      redact
    ) as T;
  }
  return value;
}

function redactText(text: string): string {
  const known = [...secrets].reduce(
    (redacted, secret) => redacted.split(secret).join(placeholder),
    text
  );
  return patterns.reduce(
    (redacted, pattern) => redacted.replace(pattern, placeholder),
    known
  );
}
