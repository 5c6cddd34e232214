import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { markDocument } from '@fengqiao/ui/language.ts';
import { wear } from '@fengqiao/ui/tokens.ts';
import { App } from './App.tsx';
import './look.css';

wear('day');
markDocument();
const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
