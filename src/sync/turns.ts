/** Runs what has the same name one after the other, all else side by side. */
export type Turns = <T>(name: string, action: () => Promise<T>) => Promise<T>;

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return <T>(name: string, action: () => Promise<T>): Promise<T> => {
    const before = last.get(name);
    const turn = before === undefined ? action() : before.then(action, action);
    last.set(name, turn);
    const leave = (): void => {
      if (last.get(name) === turn) last.delete(name);
    };
    turn.then(leave, leave);
    return turn;
  };
}
