const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * The beginning of a text, with its line breaks. It is cut between what people
 * see as characters: half an emoji or half a Bengali syllable is another one.
 */
export function excerpt(text: string, longest: number): string {
  const whole = text.trim();
  if (whole.length <= longest) return whole;
  let end = 0;
  // Some more than is needed: the last one may itself be cut in the middle.
  for (const { index } of graphemes.segment(whole.slice(0, longest + 40))) {
    if (index > longest) break;
    end = index;
  }
  const cut = whole.slice(0, end);
  const atWord = cut.replace(/\s+\S*$/, '');
  return `${(atWord.length > longest / 2 ? atWord : cut).trimEnd()} …`;
}
