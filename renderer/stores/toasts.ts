import { create } from 'zustand';

/** A short message at the bottom of the window, with at most one thing to do about it. */
export interface Toast {
  readonly id: number;
  readonly kind: 'info' | 'error';
  readonly message: string;
  /** A newer message of the same topic takes the place of this one. */
  readonly topic?: string | undefined;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

interface ToastsState {
  readonly toasts: readonly Toast[];
  show(toast: Omit<Toast, 'id'>): void;
  dismiss(id: number): void;
}

let nextId = 1;

export const useToasts = create<ToastsState>((set) => ({
  toasts: [],
  // Three at most: older ones have been read or never will be.
  show: (toast) =>
    set(({ toasts }) => {
      const others = toasts.filter(({ topic, message }) =>
        toast.topic === undefined ? message !== toast.message : topic !== toast.topic,
      );
      return { toasts: [...others.slice(-2), { ...toast, id: nextId++ }] };
    }),
  dismiss: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
}));
