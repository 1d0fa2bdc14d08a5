/** Lets messages in, of which one may say that nobody waits any more. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
