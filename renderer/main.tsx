import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import './styles/tokens.css';
import './styles/base.css';
import { App } from './app/app.tsx';
import { followClosing } from './services/closing-service.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// Before anything can be typed: a window may be closed as soon as it is there.
followClosing();

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
