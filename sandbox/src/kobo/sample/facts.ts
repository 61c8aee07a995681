/**
 * What the sample holds, counted in submissions of all three forms. Tests and
 * the demo compare with these numbers; a test keeps them true.
 */
export const sampleFacts = {
  submissions: 300,
  byForm: {
    aGrievLakeRegion000001: 110,
    aGrievNorthHills000001: 100,
    aGrievRiverDelta000001: 90,
  },
  /** Distinct `case_id`s, blanks around them left aside. */
  cases: 254,
  casesByForm: {
    aGrievLakeRegion000001: 93,
    aGrievNorthHills000001: 85,
    aGrievRiverDelta000001: 76,
  },
  /** No `case_id` at all, and one that is empty or of blanks only. */
  missingCaseId: 9,
  blankCaseId: 6,
  /** A `case_id` with a blank at its end, three of them resubmissions. */
  paddedCaseId: 9,
  /** Another `_id` and uuid for a `case_id` that came before. */
  resubmissions: 21,
  /** Another `_id` for a uuid that came seconds before. */
  sentTwice: 10,
  /** The same `_id`, a new uuid, `meta/deprecatedID`. */
  edits: 12,
  /** A `_submission_time` that another submission of the form has too. */
  sameSecond: 6,
  /** `reported_on` as `05/03/2026`, with time and zone, and in words. */
  slashedDates: 26,
  dateTimes: 16,
  datesInWords: 12,
  /** A `village` with two blanks in a row, inside or at the end. */
  doubleBlanks: 12,
  /** A `category` that only its own form has. */
  ownCategory: 24,
  severalChannels: 174,
  noChannels: 21,
  noSeverity: 15,
  noAmount: 38,
  emptyAmount: 19,
  /** A `description` of 4,000 characters, with CRLF, with emoji. */
  longDescriptions: 6,
  crlfDescriptions: 19,
  emojiDescriptions: 16,
  amharicDescriptions: 19,
  arabicDescriptions: 21,
  bengaliDescriptions: 21,
  photos: 55,
  /** Photos whose name on the phone is not their name on the server. */
  renamedPhotos: 6,
} as const;
