const adjectives = ['sad', 'shy', 'bold', 'calm', 'late', 'warm', 'odd'];
const animals = ['squid', 'herons', 'goats', 'mice', 'owls'];
const verbs = ['snuggle', 'wander', 'hum'];
const adverbs = ['softly', 'slowly'];

/**
 * A phrase such as "6 sad squid snuggle softly", by which Asana's support finds
 * a failed request in its logs.
 */
export function phraseOf(serial: number): string {
  const pick = (words: readonly string[]) => words[serial % words.length];
  return `${6 + serial} ${pick(adjectives)} ${pick(animals)} ${pick(verbs)} ${pick(adverbs)}`;
}
