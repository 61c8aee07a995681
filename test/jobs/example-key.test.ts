import { expect } from 'chai';
import { useExample } from './example.js';

describe('a question for the key that no submission answers', function () {
  // Each runs a whole workflow, on whatever machine there is.
  this.timeout(60_000);

  const example = useExample();
  const { cursor, run, change } = example;

  it('fails the run, and leads to where it is named', async () => {
    change([`keyQuestion = 'case_id'`, `keyQuestion = 'case_nr'`]);
    const { errors, ...state } = await run({ cursor });
    const { message } = errors!['map-tasks']!;

    expect(message).to.match(/^None of the \d+ submissions.*"case_nr"/);
    expect(message).to.have.string(
      'change keyQuestion at the top of 3-map-tasks.js'
    );
    expect(message).to.match(/the form has: .*case_id, .*village/);
    expect(message).not.to.match(/_submission_time|meta\/|formhub/);
    expect(state.cursor).to.equal(cursor);
    expect(await example.readBoard()).to.deep.equal([]);
  });

  it('does not fail it if nothing new came', async () => {
    const first = await run({ cursor });
    const id = example.sandbox.kobo.submit(example.form, { case_id: '' });
    const second = await run(first);
    const third = await run(second);

    // The newest is read once more, as another may share its second.
    expect(second.summary.skipped).to.deep.equal([id]);
    expect(third.summary.skipped).to.deep.equal([id]);
    expect(third.errors).to.equal(undefined);
  });
});
