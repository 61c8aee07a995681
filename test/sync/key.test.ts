import { expect } from 'chai';
import { customFieldKey, fieldKey } from '../../src/sync/key.js';
import { missingKey } from '../../src/sync/missing-key.js';

describe('a field of the task as the key', () => {
  const name = fieldKey('name');

  it('compares as text, since forms deliver numbers', () => {
    expect(name.ofRow({ name: 42 })).to.equal(name.ofTask({ name: '42' }));
  });

  it('overlooks blanks around it, which Asana may trim', () => {
    expect(name.ofRow({ name: ' LR-1 ' })).to.equal(
      name.ofTask({ name: 'LR-1' })
    );
  });

  it('is missing where there is no text', () => {
    for (const value of [undefined, null, '', '  ', {}, []]) {
      expect(name.ofRow({ name: value })).to.equal(undefined);
    }
  });

  it('is the gid of external data', () => {
    const external = fieldKey('external');
    expect(external.ofTask({ external: { gid: 'x', data: 'y' } })).to.equal(
      'x'
    );
    expect(external.ofTask({ external: null })).to.equal(undefined);
  });

  it('is sent as the text that it is found by', () => {
    expect(name.withText({ name: 42, notes: 'x' }, '42')).to.eql({
      name: '42',
      notes: 'x',
    });
  });

  it('is kept for certain where Asana writes it as it is, or a task shows it', () => {
    expect(name.isKept([])).to.equal(true);
    const external = fieldKey('external');
    expect(external.isKept([{ gid: '1' }])).to.equal(false);
    expect(external.isKept([{ external: { gid: 'a' } }])).to.equal(true);
  });

  it('tells which field has no value, or one that cannot be compared', () => {
    const missing = missingKey('upsertTasks, row 3', name, {});
    expect(missing).to.include({ code: 'MISSING_KEY' });
    expect(missing.message).to.match(/^upsertTasks, row 3: .*"name"/);
    const unfit = missingKey('upsertTask', name, { name: ['a'] });
    expect(unfit.code).to.equal('INVALID_ARGUMENT');
  });
});

describe('a custom field as the key', () => {
  const text = customFieldKey({ gid: '7', name: 'Case ID', type: 'text' });
  const number = customFieldKey({ gid: '8', name: 'No.', type: 'number' });
  const unknown = customFieldKey({ gid: '9', name: '9' });
  const taskWith = (entry: object) => ({
    custom_fields: [{ gid: '1' }, entry],
  });

  it('stands in a row under its gid, or under its name however it is written', () => {
    for (const name of ['7', 'Case ID', 'case_id', ' CASE  ID ']) {
      const row = { custom_fields: { other: 'x', [name]: 'LR-1' } };
      expect(text.ofRow(row), name).to.equal('LR-1');
    }
    expect(text.ofRow({ custom_fields: { other: 'x' } })).to.equal(undefined);
    expect(text.ofRow({})).to.equal(undefined);
  });

  it('stands in a task among its custom fields', () => {
    expect(text.ofTask(taskWith({ gid: '7', text_value: 'LR-1' }))).to.equal(
      'LR-1'
    );
    expect(text.ofTask(taskWith({ gid: '7', text_value: null }))).to.equal(
      undefined
    );
    expect(text.ofTask({ custom_fields: [] })).to.equal(undefined);
    expect(text.ofTask({})).to.equal(undefined);
  });

  it('is the same number however it is written', () => {
    const task = taskWith({ gid: '8', number_value: 12 });
    expect(number.ofRow({ custom_fields: { 8: '12.0' } })).to.equal(
      number.ofTask(task)
    );
  });

  it('may be of an unknown type', () => {
    const task = taskWith({ gid: '9', number_value: 12, display_value: '12' });
    expect(unknown.ofTask(task)).to.equal('12');
    expect(unknown.ofRow({ custom_fields: { 9: 12 } })).to.equal('12');
  });
});
