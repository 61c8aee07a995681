import { expect } from 'chai';
import { execute, searchTask } from '../../src/Adaptor.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { freshConfiguration, useFakeAsana } from '../support/fake-asana.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

describe('searchTask with a limit', () => {
  const asana = useFakeAsana();
  useFakeEnvironment();
  const captured = useCapturedConsole();

  const search = async (limit: unknown) => {
    asana.answer({ body: { data: [] } });
    const options = { workspaceGid: '3' };
    await execute(searchTask('pump', { limit }, options))({
      configuration: freshConfiguration(),
    });
    return asana.requests[0]!.query;
  };

  it('asks for so many tasks', async () => {
    expect(await search('20')).to.include({ limit: '20' });
    expect(captured.lines).to.have.length(1);
  });

  it('asks for a page at most, with a warning', async () => {
    expect(await search(500)).to.include({ limit: '100' });
    expect(captured.lines[0]).to.equal(
      'searchTask: "limit" is 500, but a page of Asana has 1 to 100 entries. 100 is used; searchTasks() finds all.'
    );
  });
});
