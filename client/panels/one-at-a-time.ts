/** Work that is asked for often: one at a time, and all that is asked meanwhile makes one more. */
export function oneAtATime(work: () => Promise<void>, log: (fault: unknown) => void): () => void {
  let running = false;
  let wanted = false;
  const done = (): void => {
    running = false;
    if (wanted) run();
  };
  const run = (): void => {
    [running, wanted] = [true, false];
    work().catch(log).finally(done);
  };
  return () => {
    if (running) wanted = true;
    else run();
  };
}
