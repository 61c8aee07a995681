/** Empty pages, and the offsets that lead from them to the real page. */
export interface EmptyPages {
  /** The request that was meant: an offset of an empty page is replaced. */
  resolve(request: Request): Request;
  /** The empty page in place of `answer`; an answer without a list stays. */
  empty(request: Request, answer: Response): Promise<Response>;
  reset(): void;
}

const offsetPrefix = 'empty-page-';

export function createEmptyPages(): EmptyPages {
  /** The offset that was asked for, `null` for none, by the one given out. */
  const meant = new Map<string, string | null>();

  return {
    resolve(request) {
      const url = new URL(request.url);
      const original = meant.get(url.searchParams.get('offset') ?? '');
      return original === undefined
        ? request
        : new Request(withOffset(url, original), request);
    },
    async empty(request, answer) {
      const body = await listBody(answer);
      if (body === undefined) return answer;
      const url = new URL(request.url);
      // A new offset each time: a caller may stop at one that it has seen.
      const offset = `${offsetPrefix}${meant.size + 1}`;
      meant.set(offset, url.searchParams.get('offset'));
      const uri = withOffset(url, offset);
      return Response.json(
        {
          ...body,
          data: [],
          next_page: {
            offset,
            path: `${uri.pathname.replace('/api/1.0', '')}${uri.search}`,
            uri: uri.href,
          },
        },
        { status: answer.status, headers: answer.headers }
      );
    },
    reset: () => meant.clear(),
  };
}

function withOffset(url: URL, offset: string | null): URL {
  const changed = new URL(url);
  if (offset === null) changed.searchParams.delete('offset');
  else changed.searchParams.set('offset', offset);
  return changed;
}

async function listBody(answer: Response): Promise<object | undefined> {
  try {
    const body = (await answer.clone().json()) as { readonly data?: unknown };
    return Array.isArray(body.data) ? body : undefined;
  } catch {
    return undefined;
  }
}
