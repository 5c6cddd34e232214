import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startDress } from '@fengqiao/ui/dress.ts';
import { startLanguage } from '@fengqiao/ui/language.ts';
import { App } from './App.tsx';
import './look.css';

startDress();
startLanguage();
const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
