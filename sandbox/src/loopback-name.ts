/**
 * Whether a host is this machine by its own name. A website may let its name
 * point to 127.0.0.1, and so have a browser read a sandbox for it; the browser
 * then still sends the name of the website. Docker's name for the machine that
 * it runs on is no such name: `.internal` is nobody's to register.
 */
export const isLoopbackName = (hostname: string): boolean =>
  /^(127(\.\d{1,3}){3}|\[::1\]|(.+\.)?localhost|host\.docker\.internal)$/i.test(
    hostname
  );
