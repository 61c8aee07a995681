import { expect } from 'chai';
import fc from 'fast-check';
import {
  cleanName,
  encodeName,
  isContentType,
  nameInDisposition,
  nameInUrl,
} from '../../src/upload/file-name.js';

describe('the name of a file', () => {
  it('is sent as it is when it is plain, and URL-encoded as Asana asks otherwise', () => {
    expect(encodeName('well 1 (b).jpg')).to.equal('well 1 (b).jpg');
    expect(encodeName('résumé.pdf')).to.equal('r%C3%A9sum%C3%A9.pdf');
    expect(encodeName('بئر.jpg')).to.equal('%D8%A8%D8%A6%D8%B1.jpg');
    expect(encodeName('100%.pdf')).to.equal('100%25.pdf');
  });

  it('cannot end the header that it stands in, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), given => {
        const name = cleanName(given);
        const encoded = encodeName(name);
        expect(encoded)
          .to.match(/^[\x20-\x7e]*$/)
          .and.not.match(/["\\]/);
        expect(decodeURIComponent(encoded)).to.equal(name);
      })
    );
    expect(encodeName(cleanName('a"\r\nX-Evil: 1\u2028\0.jpg'))).to.equal(
      'a%22%20X-Evil%3A%201%20.jpg'
    );
    expect(cleanName('half \ud83e')).to.equal('half \ufffd');
  });

  for (const [header, name] of [
    ['inline; filename=1772.jpg', '1772.jpg'],
    ['attachment; filename="a b; c.jpg"; size=3', 'a b; c.jpg'],
    ['attachment; filename="a\\"b.jpg"', 'a"b.jpg'],
    ['attachment; filename="x.jpg"; filename*=UTF-8\'\'b%C3%A9.jpg', 'bé.jpg'],
    ["attachment; filename*=utf-8'en'%E0.jpg", '%E0.jpg'],
    ['attachment; filename="/etc/../b.jpg"', 'b.jpg'],
    ['attachment; filename="C:\\\\photos\\\\b.jpg"', 'b.jpg'],
    [`attachment; filename="${Buffer.from('بئر').toString('latin1')}"`, 'بئر'],
    ['attachment; filename="été"', 'été'],
    ['attachment; filename=".."', undefined],
    ['attachment', undefined],
    ['', undefined],
  ] as const) {
    it(`is ${name ?? 'not'} in a Content-Disposition of ${header || 'nothing'}`, () => {
      expect(nameInDisposition(header)).to.equal(name);
    });
  }

  for (const [url, name] of [
    ['https://a.example/x/pump%20%C3%A9.jpg?y=z.png#w', 'pump é.jpg'],
    ['https://a.example/att123/', 'att123'],
    ['https://a.example/a%2Fb%0A.jpg', 'b .jpg'],
    ['https://a.example/%E0', '%E0'],
    ['https://a.example/', undefined],
  ] as const) {
    it(`is ${name ?? 'not'} in the address ${url}`, () => {
      expect(nameInUrl(new URL(url))).to.equal(name);
    });
  }

  it('stands beside a type that cannot end its header either', () => {
    for (const type of ['image/jpeg', 'text/plain; charset=utf-8']) {
      expect(isContentType(type), type).to.be.true;
    }
    for (const type of ['image', 'a/b\r\nX: 1', 'a/b; c\u0000', '', 5, 'a/é']) {
      expect(isContentType(type), String(type)).to.be.false;
    }
  });
});
