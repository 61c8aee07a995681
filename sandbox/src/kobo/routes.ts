import { Hono } from 'hono';
import type { Context } from 'hono';
import { toAsset, toAssetListItem } from './asset.js';
import { toDocument } from './document.js';
import { toJpeg } from './jpeg.js';
import { toPage } from './page.js';
import { BadParameter, readParameters } from './parameters.js';
import { toPng } from './png.js';
import {
  matchesQuery,
  pickFields,
  sortDocuments,
  UnknownOperator,
} from './query.js';
import type { Account } from './accounts.js';
import type { Forms } from './forms.js';
import type { Photo } from './sample/submission.js';
import { addValidationRoutes } from './validation-routes.js';

const notFound = { detail: 'Not found.' };
const sizes = ['original', 'large', 'medium', 'small'];
/** Assets come in pages of 100 unless `limit` says otherwise. */
const assetsPerPage = 100;

export interface RouteOptions {
  readonly forms: Forms;
  readonly baseUrl: () => string;
  readonly now: () => number;
  /** Whose the request is, or the answer if it may not enter. */
  readonly identify: (request: Request) => Account | Response;
}

/** KoboToolbox's API. A path may end in a slash or not. */
export function createRoutes({
  forms,
  baseUrl,
  now,
  identify,
}: RouteOptions): Hono {
  const app = new Hono({ strict: false }).basePath('/api/v2/assets');

  const accounts = new WeakMap<Request, Account>();

  const formOf = (context: Context) =>
    forms.all().find(({ region }) => region.uid === context.req.param('uid'));

  const submissionOf = (context: Context) => {
    const form = formOf(context);
    const submission = form?.submissions.find(
      ({ id }) => String(id) === context.req.param('id')
    );
    return form && submission && { form, submission };
  };

  app.use(async (context, next) => {
    const account = identify(context.req.raw);
    if (account instanceof Response) return account;
    accounts.set(context.req.raw, account);
    return next();
  });

  addValidationRoutes(app, {
    forms,
    now,
    accountOf: context => accounts.get(context.req.raw)!,
  });

  app.use(async (context, next) => {
    if (context.req.method === 'GET') return next();
    return context.json(
      { detail: `Method "${context.req.method}" not allowed.` },
      405
    );
  });

  app.get('/', context => {
    const url = new URL(context.req.url);
    const limit = Number(url.searchParams.get('limit')) || assetsPerPage;
    const start = Number(url.searchParams.get('offset')) || 0;
    const items = forms.all().map(form => toAssetListItem(form, baseUrl()));
    return context.json(
      toPage(items, { url, limit, start, startName: 'offset' })
    );
  });

  app.get('/:uid', context => {
    const form = formOf(context);
    return form
      ? context.json(toAsset(form, baseUrl()))
      : context.json(notFound, 404);
  });

  app.on('GET', ['/:uid/data', '/:uid/data.json'], context => {
    const form = formOf(context);
    if (form === undefined) return context.json(notFound, 404);
    const url = new URL(context.req.url);
    const { limit, start, query, sort, fields } = readParameters(
      url.searchParams
    );
    const found = form.submissions
      .map(submission => toDocument(submission, form.region, baseUrl()))
      .filter(document => matchesQuery(document, query));
    const page = toPage(sortDocuments(found, sort), {
      url,
      limit,
      start,
      startName: 'start',
    });
    return context.json({
      ...page,
      results: fields.length
        ? page.results.map(document => pickFields(document, fields))
        : page.results,
    });
  });

  app.get('/:uid/data/:id', context => {
    const found = submissionOf(context);
    return found
      ? context.json(toDocument(found.submission, found.form.region, baseUrl()))
      : context.json(notFound, 404);
  });

  app.get('/:uid/data/:id/attachments/:attachment/:size?', context => {
    const { attachment, size = 'original' } = context.req.param();
    const photo = submissionOf(context)?.submission.photo;
    return photo?.uid === attachment && sizes.includes(size)
      ? download(photo)
      : context.json(notFound, 404);
  });

  app.notFound(context => context.json(notFound, 404));

  app.onError((error, context) => {
    if (error instanceof BadParameter)
      return context.json({ [error.parameter]: error.message }, 400);
    if (error instanceof UnknownOperator)
      return context.json(
        { detail: `unknown operator: ${error.message}` },
        400
      );
    throw error;
  });

  return app;
}

/** There is one size only: the pictures are as small as they can be. */
const download = ({ mimetype, serial, basename }: Photo): Response =>
  new Response(mimetype === 'image/png' ? toPng(serial) : toJpeg(serial), {
    headers: {
      'content-type': mimetype,
      'content-disposition': `inline; filename=${basename}`,
    },
  });
