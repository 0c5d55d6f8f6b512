import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import './styles/tokens.css';
import './styles/base.css';
import { App } from './app/app.tsx';
import { RecoveryPage } from './recovery/recovery-page.tsx';
import { followClosing } from './services/closing-service.ts';
import { useRecovery } from './stores/recovery.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// Before anything can be typed: a window may be closed as soon as it is there.
followClosing();

/** The letters, or the ways back to them when the library is damaged. */
function Window() {
  const isRecovering = useRecovery(({ isShown }) => isShown);
  return isRecovering ? <RecoveryPage /> : <App />;
}

createRoot(root).render(
  <StrictMode>
    <Window />
  </StrictMode>,
);
