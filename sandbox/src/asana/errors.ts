/** The help text that every error of Asana carries. */
export const help =
  'For more information on API status codes and how to handle them, read the docs on errors: https://developers.asana.com/docs/errors';

/** A refusal, as Asana answers it. */
export class ApiError extends Error {
  /**
   * @param status The HTTP status.
   * @param message The text of the only entry of `errors`.
   * @param beside What the body has beside `errors`, such as `sync`.
   */
  constructor(
    readonly status: number,
    message: string,
    readonly beside: Readonly<Record<string, unknown>> = {}
  ) {
    super(message);
  }

  /** The body of the response. */
  body(): Record<string, unknown> {
    return { errors: [{ message: this.message, help }], ...this.beside };
  }
}

/** A 400: something about the request is wrong. */
export function badRequest(message: string): ApiError {
  return new ApiError(400, message);
}

/** A 400 about one field of the request. */
export function badField(field: string, message: string): ApiError {
  return badRequest(`${field}: ${message}`);
}

/** A required field or parameter is not there. */
export function missingInput(field: string): ApiError {
  return badField(field, 'Missing input');
}

/** A field which this request must not send. */
export function cannotWrite(field: string): ApiError {
  return badField(field, 'Cannot write this property');
}

/** A 501, which Asana never says: the sandbox cannot do this. */
export function notImplemented(what: string): ApiError {
  return new ApiError(501, `The sandbox does not implement ${what} yet.`);
}
