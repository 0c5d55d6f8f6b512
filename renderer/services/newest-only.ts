/**
 * A function that does `work`, one at a time: asked again meanwhile, it does it once more when the first is done, however
 * often it was asked. `work` is told whether its answer is still wanted.
 */
export function newestOnly(work: (isWanted: () => boolean) => Promise<void>): () => Promise<void> {
  let isBusy = false;
  let isAskedAgain = false;
  return async () => {
    isAskedAgain = isBusy;
    if (isBusy) return;
    isBusy = true;
    try {
      do {
        isAskedAgain = false;
        await work(() => !isAskedAgain);
      } while (isAskedAgain);
    } finally {
      isBusy = false;
    }
  };
}
