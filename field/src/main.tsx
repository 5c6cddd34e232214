import '@fengqiao/ui/phone/phone.css';
import './field.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { newClient } from '@fengqiao/ui/data.ts';
import { startLanguage } from '@fengqiao/ui/language.ts';
import { applySettings } from '@fengqiao/ui/phone/settings.ts';
import { Guard } from '@fengqiao/ui/phone/States.tsx';
import { App } from './App.tsx';
import { startAs } from './offline/identity.ts';

startLanguage();
applySettings({ contrast: true });

const client = newClient();
startAs(client);

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <QueryClientProvider client={client}>
      <BrowserRouter basename="/field">
        <Guard>
          <App />
        </Guard>
      </BrowserRouter>
    </QueryClientProvider>,
  );
