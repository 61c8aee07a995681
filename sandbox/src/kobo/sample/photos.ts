import type { Draw } from './random.js';
import type { Photo } from './submission.js';

/** A photo, with the name that the phone gave it. */
export interface Taken {
  readonly name: string;
  readonly photo: Photo;
}

/**
 * Photos for some cases, by case number: most of them taken in the form, some
 * chosen from the phone, whose names have blanks that the server replaces, and
 * some drawn on the screen, which are PNG files.
 */
export function drawPhotos(
  caseNumbers: readonly number[],
  draw: Draw
): ReadonlyMap<number, Taken> {
  const kinds = [
    ...Array<Kind>(12).fill(taken),
    ...Array<Kind>(2).fill(chosen),
    ...Array<Kind>(4).fill(drawn),
  ];
  const order = draw.shuffle(caseNumbers);
  return new Map(
    kinds.map((kind, at) => {
      const number = order[at] as number;
      const name = kind.name(number, draw);
      return [number, toTaken(name, kind.mimetype, number, draw)];
    })
  );
}

interface Kind {
  readonly mimetype: Photo['mimetype'];
  name(number: number, draw: Draw): string;
}

const taken: Kind = {
  mimetype: 'image/jpeg',
  name: (_, draw) =>
    `${1_772_500_000_000 + draw.between(0, 6_000_000_000)}.jpg`,
};
const chosen: Kind = {
  mimetype: 'image/jpeg',
  name: number => `well before repair (${number}).jpg`,
};
const drawn: Kind = {
  mimetype: 'image/png',
  name: number => `sketch-${number}.png`,
};

const toTaken = (
  name: string,
  mimetype: Photo['mimetype'],
  serial: number,
  draw: Draw
): Taken => ({
  name,
  photo: {
    uid: drawAttachmentUid(draw),
    basename: name.replace(/ /g, '_').replace(/[()]/g, ''),
    mimetype,
    serial,
  },
});

/** KoboToolbox's uid of a file: `att` and 21 more characters. */
export const drawAttachmentUid = (draw: Draw): string => `att${draw.hex(21)}`;
