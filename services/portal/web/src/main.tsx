import './styles/theme.css';
import './styles/layout.css';
import './styles/landing.css';
import './styles/picture.css';
import './styles/clients.css';
import './styles/process.css';
import './styles/work.css';
import './styles/record.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startTexts } from './texts.ts';

await startTexts();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
