import { expect } from 'chai';
import { useExample } from './example.js';

describe('a question for the case number that no submission answers', function () {
  // Each runs a whole workflow, on whatever machine there is.
  this.timeout(60_000);

  const example = useExample();
  const { cursor, run, change } = example;

  it('fails the run, and leads to where it is named', async () => {
    change(['name: clean(row.case_id)', 'name: clean(row.case_nr)']);
    const { errors, ...state } = await run({ cursor });

    expect(errors).to.have.all.keys('report');
    expect(example.log.join('\n')).to.match(/"name" at the top of step 2/);
    expect(state.cursor).to.equal(cursor);
    expect(await example.readBoard()).to.deep.equal([]);
  });

  it('does not fail it if nothing new came', async () => {
    const first = await run({ cursor });
    const id = example.sandbox.kobo.submit(example.form, { case_id: '' });
    const second = await run(first);
    const third = await run(second);

    // The newest is read once more, as another may share its second.
    for (const { failed, errors } of [second, third]) {
      expect(failed.map(({ submission }) => submission)).to.deep.equal([id]);
      expect(errors).to.equal(undefined);
    }
  });
});
