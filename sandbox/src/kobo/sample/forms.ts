import { drawCases } from './cases.js';
import { addOddities } from './oddities.js';
import { drawPhotos } from './photos.js';
import { createDraw } from './random.js';
import { regions, type Region } from './region.js';
import type { Submission } from './submission.js';
import { drawTimeline } from './timeline.js';

/** A form with everything that was sent for it. */
export interface SampleForm {
  readonly region: Region;
  readonly submissions: readonly Submission[];
}

/** The sample: the same in every run. */
export const createSample = (): readonly SampleForm[] =>
  regions.map((region, index) => {
    const draw = createDraw(2026 + index);
    const cases = addOddities(drawCases(region, draw), region, draw);
    const photos = drawPhotos(
      cases.map(({ number }) => number),
      draw
    );
    let id = 731_000_000 + index * 1_000_000;
    return {
      region,
      submissions: drawTimeline(region, cases, photos, draw).map(sent => ({
        ...sent,
        // Other forms of the server take numbers as well.
        id: (id += draw.between(1, 400)),
      })),
    };
  });
