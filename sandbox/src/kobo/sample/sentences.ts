/** What people report, by category. Every form takes from these. */
export const sentences: Readonly<Record<string, readonly string[]>> = {
  water: [
    'The hand pump at the school has been broken for two weeks.',
    'Water at the tap stand is brown after every rain.',
    'The queue at the well is so long that children miss classes.',
  ],
  land: [
    'The new fence crosses the path to our fields.',
    'Two families were given the same plot.',
    'Our boundary stones were moved during the road works.',
  ],
  staff_conduct: [
    'The clerk asked for money before writing down our names.',
    'Nobody at the desk would listen to us, although we waited all day.',
    'The driver shouted at the women in the line.',
  ],
  payment: [
    'The second payment has not arrived, while our neighbors got theirs.',
    'The amount on the card is less than what was promised.',
    'My name is spelled wrongly on the list and the agent refused to pay.',
  ],
  other: [
    'We were not told where the meeting was moved to.',
    'The notice board shows last year\u2019s list.',
    'Please call before you come, the road is closed on market days.',
  ],
  flood_damage: [
    'The river took the store house and the seed in it.',
    'Water stands in eleven houses and the latrines have collapsed.',
  ],
  harassment: [
    'Girls are followed on the way to the water point.',
    'Guards stop people at night and take their phones.',
  ],
  livestock: [
    'Nine goats died after the vaccination day.',
    'The cattle path was closed by the new embankment.',
  ],
};

/** What is added when a case is reported again. */
export const updates: readonly string[] = [
  'Update: nobody has come so far.',
  'Update: it has become worse since the last visit.',
  'Update: partly solved, the rest is still open.',
];

/** Emoji of one to many code units, among them joined ones and a flag. */
export const emoji: readonly string[] = ['💧', '🙏🏿', '👩🏾‍🌾', '🏚️', '🇺🇳', '😡'];
