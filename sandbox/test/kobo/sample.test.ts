import { expect } from 'chai';
import { toDocument } from '../../src/kobo/document.js';
import { sampleFacts } from '../../src/kobo/sample/facts.js';
import { createSample, type SampleForm } from '../../src/kobo/sample/forms.js';

/** The parts of a submission that the facts are about. */
interface Found {
  readonly _id: number;
  readonly _uuid: string;
  readonly _submission_time: string;
  readonly _attachments: readonly { readonly media_file_basename: string }[];
  readonly 'meta/deprecatedID'?: string;
  readonly case_id?: string;
  readonly reported_on: string;
  readonly village: string;
  readonly category: string;
  readonly channels?: string;
  readonly severity?: string;
  readonly description: string;
  readonly amount_claimed?: string;
  readonly photo?: string;
}

const toFound = ({ region, submissions }: SampleForm): readonly Found[] =>
  submissions.map(
    submission =>
      toDocument(submission, region, 'http://kobo.test') as unknown as Found
  );

const repeats = (values: readonly string[]) =>
  values.length - new Set(values).size;

const caseIds = (found: readonly Found[]) =>
  found.flatMap(({ case_id: id }) => id?.trim() || []);

describe('The sample submissions', () => {
  const sample = createSample();
  const forms = sample.map(toFound);
  const all = forms.flat();
  const count = (test: (one: Found) => unknown) => all.filter(test).length;
  const sumOfForms = (measure: (form: readonly Found[]) => number) =>
    forms.reduce((sum, form) => sum + measure(form), 0);
  const byForm = (measure: (form: readonly Found[]) => number) =>
    Object.fromEntries(
      sample.map(({ region }, at) => [region.uid, measure(forms[at] ?? [])])
    );
  const described = (pattern: RegExp) =>
    count(({ description }) => pattern.test(description));

  it('hold exactly what the facts say', () => {
    expect({
      submissions: all.length,
      byForm: byForm(form => form.length),
      cases: new Set(caseIds(all)).size,
      casesByForm: byForm(form => new Set(caseIds(form)).size),
      missingCaseId: count(one => one.case_id === undefined),
      blankCaseId: count(one => one.case_id?.trim() === ''),
      paddedCaseId: count(({ case_id: id }) => id?.trim() && id !== id.trim()),
      resubmissions: repeats(caseIds(all)) - repeats(all.map(one => one._uuid)),
      sentTwice: repeats(all.map(one => one._uuid)),
      edits: count(one => one['meta/deprecatedID']),
      sameSecond: sumOfForms(form =>
        repeats(form.map(one => one._submission_time))
      ),
      slashedDates: count(one => /^\d\d\/\d\d\/\d{4}$/.test(one.reported_on)),
      dateTimes: count(one =>
        /^\d{4}-\d\d-\d\dT[\d:.]{12}\+\d\d:00$/.test(one.reported_on)
      ),
      datesInWords: count(one =>
        /^\d{1,2} [A-Z][a-z]+ 2026$/.test(one.reported_on)
      ),
      doubleBlanks: count(one => one.village.includes('  ')),
      ownCategory: count(one =>
        ['flood_damage', 'harassment', 'livestock'].includes(one.category)
      ),
      severalChannels: count(one => one.channels?.includes(' ')),
      noChannels: count(one => one.channels === undefined),
      noSeverity: count(one => one.severity === undefined),
      noAmount: count(one => one.amount_claimed === undefined),
      emptyAmount: count(one => one.amount_claimed === ''),
      longDescriptions: count(one => one.description.length === 4000),
      crlfDescriptions: described(/\r\n/),
      emojiDescriptions: described(/\p{Emoji_Presentation}/u),
      amharicDescriptions: described(/\p{Script=Ethiopic}/u),
      arabicDescriptions: described(/\p{Script=Arabic}/u),
      bengaliDescriptions: described(/\p{Script=Bengali}/u),
      photos: count(one => one._attachments.length === 1),
      renamedPhotos: count(
        one =>
          one.photo !== undefined &&
          one.photo !== one._attachments[0]?.media_file_basename
      ),
    }).to.deep.equal(sampleFacts);
  });

  it('are the same in every run', () => {
    expect(createSample()).to.deep.equal(sample);
  });

  it('have an _id of their own, in the order in which they arrived', () => {
    expect(repeats(all.map(one => String(one._id)))).to.equal(0);
    for (const form of forms) {
      expect(form.map(one => one._id)).to.deep.equal(
        form.map(one => one._id).sort((a, b) => a - b)
      );
      expect(form.map(one => one._submission_time)).to.deep.equal(
        form.map(one => one._submission_time).sort()
      );
    }
  });

  it('came in spring 2026, at a time in UTC that names no zone', () => {
    for (const { _submission_time: time } of all) {
      expect(time).to.match(/^2026-0[345]-\d\dT\d\d:\d\d:\d\d$/);
    }
    const weeks = new Set(
      all.map(one => Math.floor(Date.parse(one._submission_time) / 604_800_000))
    );
    expect(weeks.size).to.be.at.least(10);
  });

  it('change their content when a case is reported again', () => {
    const first = new Map<string, Found>();
    for (const one of all) {
      const id = one.case_id?.trim();
      const before = id ? first.get(id) : undefined;
      if (id && before === undefined) first.set(id, one);
      if (before === undefined || before._uuid === one._uuid) continue;
      expect(one._submission_time > before._submission_time).to.equal(true);
      expect(one.description).to.not.equal(before.description);
      expect(one.amount_claimed).to.not.equal(before.amount_claimed);
    }
  });
});
