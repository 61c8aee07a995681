import { expect } from 'chai';
import { mendCommonEntry } from '../../tools/build/common-entry.js';

const param = (name: string) => ({ title: 'param', name });
const entry = (params: string[] | object, ...tags: string[]) => ({
  name: 'cursor',
  params,
  docs: { tags: [{ title: 'public' }, ...tags.map(param)] },
  valid: false,
});

describe('an entry of ast.json for a function of common', () => {
  it('is valid without the docs of the parts of an option', () => {
    expect(
      mendCommonEntry(
        entry(['value', 'options'], 'value', 'options', 'options.key')
      )
    ).to.eql({
      ...entry(['value', 'options'], 'value', 'options'),
      valid: true,
    });
  });

  it('has the documented parameters when it is a constant', () => {
    expect(mendCommonEntry(entry({}, 'path', 'callback')))
      .to.include({
        valid: true,
      })
      .and.deep.include({ params: ['path', 'callback'] });
  });

  it('stays invalid when the docs speak of other parameters', () => {
    expect(mendCommonEntry(entry(['path'], 'paths')).valid).to.equal(false);
  });
});
