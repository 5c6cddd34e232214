import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startDress } from '@fengqiao/ui/dress.ts';
import { markDocument } from '@fengqiao/ui/language.ts';
import { App } from './App.tsx';
import './look.css';

startDress();
markDocument();
const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
