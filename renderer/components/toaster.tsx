import { CircleAlert, Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { type Toast, useToasts } from '../stores/toasts.ts';
import { Button, IconButton } from './button.tsx';
import styles from './toaster.module.css';

/** How long a message stays, in ms. Errors stay until they are dismissed. */
const lifetime = 8000;

export function Toaster() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className={styles['toaster']} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const dismiss = useToasts((state) => state.dismiss);
  useEffect(() => {
    if (toast.kind === 'error') return;
    const timer = setTimeout(() => dismiss(toast.id), lifetime);
    return () => clearTimeout(timer);
  }, [toast, dismiss]);
  return (
    <div className={styles['toast']} data-kind={toast.kind}>
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
