import { expect } from 'chai';
import { findUploaded } from '../../src/upload/find-uploaded.js';

const since = Date.parse('2026-03-05T10:00:00.000Z');
const file = { name: 'résumé.pdf', size: 7, since };
const record = {
  gid: '1',
  name: file.name,
  size: 7,
  created_at: '2026-03-05T10:00:00.000Z',
};

describe('an upload without a clear answer', () => {
  it('is found by name, size and time', () => {
    expect(findUploaded([{ gid: '2' }, record], file)).to.equal('1');
  });

  it('is found by the name as it was sent, too', () => {
    const name = 'r%C3%A9sum%C3%A9.pdf';
    expect(findUploaded([{ ...record, name }], file)).to.equal('1');
  });

  it('is the last one of several', () => {
    const records = [record, { ...record, gid: '2' }];
    expect(findUploaded(records, file)).to.equal('2');
  });

  for (const [title, other] of [
    ['an older one', { created_at: '2026-03-05T09:59:59.999Z' }],
    ['one of another size', { size: 8 }],
    ['one of another name', { name: 'resume.pdf' }],
    ['one without a time', { created_at: undefined }],
  ] as const) {
    it(`is not taken for ${title}`, () => {
      expect(findUploaded([{ ...record, ...other }], file)).to.equal(undefined);
    });
  }
});
