/** Where the browser comes back to: below the ports that systems give out by themselves. */
export const usualPort = 8427;
