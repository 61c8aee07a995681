import { html } from 'hono/html';

export { html };

/** A piece of a page. Whatever was put into it is escaped. */
export type Html = ReturnType<typeof html>;
