/** The least time between two notices of progress, in ms. */
const noticeInterval = 100;

/** Passes values on at most once an interval, the newest each time, and the last one at once. */
export function throttle<T>(pass: (progress: T) => void) {
  let newest: { readonly progress: T } | undefined;
  let timer: NodeJS.Timeout | undefined;
  const passOn = () => {
    timer = undefined;
    if (!newest) return;
    pass(newest.progress);
    newest = undefined;
    timer = setTimeout(passOn, noticeInterval);
  };
  return {
    later: (progress: T) => {
      newest = { progress };
      if (!timer) passOn();
    },
    last: (progress: T) => {
      clearTimeout(timer);
      pass(progress);
    },
  };
}
