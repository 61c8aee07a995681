/**
 * Whether a body is a delivery of Asana's, whose only key is `events`; the
 * other kind is a catch-up of ours.
 */
export const isFromAsana = (body: string): boolean =>
  /^\s*\{\s*"events"/.test(body);
