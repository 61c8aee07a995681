/** The folder of the adaptor. */
export const root = new URL('../../', import.meta.url);
