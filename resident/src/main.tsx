import '@fengqiao/ui/phone/phone.css';
import './resident.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { newClient } from '@fengqiao/ui/data.ts';
import { startLanguage } from '@fengqiao/ui/language.ts';
import { applySettings } from '@fengqiao/ui/phone/settings.ts';
import { Guard } from '@fengqiao/ui/phone/States.tsx';
import { keepShell } from '@fengqiao/ui/shell/keep-shell.ts';
import { App } from './App.tsx';

startLanguage();
applySettings();
void keepShell();

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <QueryClientProvider client={newClient()}>
      <BrowserRouter>
        <Guard>
          <App />
        </Guard>
      </BrowserRouter>
    </QueryClientProvider>,
  );
