/** Asana with another secret in its answer. */
export const withSecret =
  (secret: string): typeof fetch =>
  async (...request) => {
    const response = await fetch(...request);
    const { method } = request[1] ?? {};
    if (method !== 'POST') return response;
    const body = (await response.json()) as object;
    return Response.json(
      { ...body, 'X-Hook-Secret': secret },
      { status: response.status }
    );
  };
