import { CircleAlert, Info, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Toast, useToasts } from '../stores/toasts.ts';
import { Button, IconButton } from './button.tsx';
import styles from './toaster.module.css';

/** How long a message stays, in ms. Errors stay until they are dismissed. */
const lifetime = 8000;

export function Toaster() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div
      className={styles['toaster']}
      role="status"
      aria-live="polite"
      // F6 goes to messages as to a pane, while there are any.
      {...(toasts.length > 0 && { 'data-pane': 'messages', 'data-pane-body': true })}
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const dismiss = useToasts((state) => state.dismiss);
  // Nothing disappears from under the pointer or the focus.
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (toast.kind === 'error' || held) return;
    const timer = setTimeout(() => dismiss(toast.id), lifetime);
    return () => clearTimeout(timer);
  }, [toast, dismiss, held]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only holds the message, it does nothing
    <div
      className={styles['toast']}
      data-kind={toast.kind}
      role={toast.kind === 'error' ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.kind === 'error' ? <CircleAlert aria-hidden /> : <Info aria-hidden />}
      <p>{toast.message}</p>
      {toast.action && (
        <Button
          look="quiet"
          onPress={() => {
            toast.action?.run();
            dismiss(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label="Dismiss" onPress={() => dismiss(toast.id)}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
