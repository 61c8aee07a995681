const placeholder = '[redacted]';

/** Anything after `Bearer`, and the forms of Asana's tokens. */
const patterns = [
  /\bBearer\s+[^\s"',;]+/gi,
  /\b[012]\/(?:\d+[/:]){0,3}[0-9a-f]{16,}\b/gi,
];

/** A shorter "secret" would blacken half of every line. */
const shortestSecret = 6;

const secrets = new Set<string>();

/** Remembers a secret, so that no line of output shows it. */
export function keepSecret(secret: string): void {
  if (secret.length < shortestSecret) return;
  secrets.add(secret);
  secrets.add(encodeURIComponent(secret));
}

/** The text with every secret in it blackened. */
export function redact(text: string): string {
  const known = [...secrets].reduce(
    (redacted, secret) => redacted.replaceAll(secret, placeholder),
    text
  );
  return patterns.reduce(
    (redacted, pattern) => redacted.replace(pattern, placeholder),
    known
  );
}
