import { expect } from 'chai';
import { taskSearch } from '../../../src/core/search/kind.js';
import { asksFor, readSearchQuery } from '../../../src/core/search/query.js';
import { failureOf } from '../../support/failure-of.js';

const read = (query: Record<string, unknown>) =>
  readSearchQuery(taskSearch, 'searchTasks', query);
const refusal = (query: Record<string, unknown>) =>
  failureOf(() => read(query));

describe('the query of a search', () => {
  it('is all filters but for the fields and the order', () => {
    expect(
      read({
        text: 'pump',
        completed: false,
        opt_fields: 'name, notes',
        sort_by: 'created_at',
        sort_ascending: true,
      })
    ).to.eql({
      filters: { text: 'pump', completed: false },
      fields: ['name', 'notes'],
      oldestFirst: true,
    });
  });

  it('gives what Asana gives by itself when no fields are asked for', () => {
    for (const opt_fields of [undefined, null, '', []]) {
      expect(read({ opt_fields }).fields).to.eql([
        'name',
        'resource_type',
        'resource_subtype',
      ]);
    }
  });

  it('leaves a group of fields together', () => {
    const opt_fields = ['this.(name,notes)', 'completed'];
    expect(read({ opt_fields }).fields).to.eql(opt_fields);
  });

  it('takes a time without a zone for UTC wherever the job runs', () => {
    const { TZ } = process.env;
    try {
      process.env.TZ = 'Asia/Kolkata';
      const time = '2026-03-05T12:00:00';
      expect(read({ 'created_at.after': time }).filters).to.eql({
        'created_at.after': '2026-03-05T12:00:00.000Z',
      });
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
  });

  it('puts times into the form that can be compared', () => {
    const times = {
      'created_at.after': '2026-03-05',
      'created_at.before': '2026-03-05T12:00:00+02:00',
      'modified_at.before': undefined,
    };
    expect(read(times).filters).to.eql({
      'created_at.after': '2026-03-05T00:00:00.000Z',
      'created_at.before': '2026-03-05T10:00:00.000Z',
      'modified_at.before': undefined,
    });
  });

  for (const time of ['yesterday', '05/03/2026', '', 5]) {
    it(`refuses the time ${JSON.stringify(time)}`, async () => {
      const error = await refusal({ 'created_at.after': time });
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.message).to.include('"created_at.after"');
    });
  }

  for (const name of [
    'assignee.any',
    'due_on',
    'modified_at.before',
    'opt_pretty',
    'custom_fields.12345.value',
    'custom_fields.12345.is_set',
    'custom_types.12345.custom_type_status_option.gid',
  ]) {
    it(`knows ${name}`, () => {
      expect(() => read({ [name]: null })).to.not.throw();
    });
  }

  for (const [name, meant] of [
    ['asignee.any', 'assignee.any'],
    ['complete', 'completed'],
    ['project.any', 'projects.any'],
    ['modified_since', 'modified_at.after'],
    ['optfields', 'opt_fields'],
    ['custom_fields.12345.contain', 'custom_fields.12345.contains'],
    ['custom_fields.12345.values', 'custom_fields.12345.value'],
  ] as const) {
    it(`asks whether ${name} was meant to be ${meant}`, async () => {
      const error = await refusal({ [name]: 'x' });
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.message).to.include(`does not know "${name}"`);
      expect(error.fix).to.include(`"${meant}"`);
    });
  }

  it('says where the names are listed when none is like it', async () => {
    const error = await refusal({ zzz: 1 });
    expect(error.fix).to.match(/^The names are listed at https:/);
  });

  it('wants a custom field by its gid', async () => {
    for (const name of ['custom_fields.Region.value', 'custom_fields.']) {
      const error = await refusal({ [name]: 'x' });
      expect(error.fix).to.include('custom_fields.1206933955023739.value');
    }
  });

  it('lists the conditions of a custom field when none is like it', async () => {
    const error = await refusal({ 'custom_fields.12345': 'x' });
    expect(error.fix).to.include('"custom_fields.12345.starts_with"');
  });

  for (const sort_by of ['modified_at', 'due_date', 'likes', 'relevance', 5]) {
    it(`cannot be sorted by ${sort_by}, and says what can be done`, async () => {
      const error = await refusal({ sort_by });
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.fix).to.include('searchTask()');
    });
  }

  it('has its limit among the options', async () => {
    const error = await refusal({ limit: 5 });
    expect(error.fix).to.include('searchTasks(query, { limit: 500 })');
  });

  it('takes true and false, also as text, for the direction', async () => {
    expect(read({ sort_ascending: 'true' }).oldestFirst).to.equal(true);
    expect(read({ sort_ascending: 'false' }).oldestFirst).to.equal(false);
    const error = await refusal({ sort_ascending: 'yes' });
    expect(error.message).to.include('"sort_ascending" must be true or false');
  });

  it('wants fields as text', async () => {
    const error = await refusal({ opt_fields: { name: true } });
    expect(error.message).to.include('"opt_fields" must be a text');
  });
});

describe('whether a field is asked for', () => {
  for (const [fields, expected] of [
    [['name', 'created_at'], true],
    [['this.created_at'], true],
    [['this.(name|created_at)'], true],
    [['name', 'not_created_at'], false],
    [['created_at_2'], false],
  ] as const) {
    it(`is ${expected} for ${fields.join()}`, () => {
      expect(asksFor(fields, 'created_at')).to.equal(expected);
    });
  }
});
