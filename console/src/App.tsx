import { Suspense, useState } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { BrowserRouter, Route, Routes } from 'react-router';
import { newClient } from '@fengqiao/ui/data.ts';
import { useTheme } from '@fengqiao/ui/dress.ts';
import { useLanguage } from '@fengqiao/ui/language.ts';
import { Lost } from './parts/Lost.tsx';
import { Waiting } from './parts/Waiting.tsx';
import { bare, doors } from './screens-look.ts';
import { screens } from './screens.ts';
import { Gate } from './shell/Gate.tsx';
import { Shell } from './shell/Shell.tsx';
import { themeOf } from './theme.ts';

/** Everything under /console: the doors anyone may open, and the screens behind the gate. */
export function App() {
  const language = useLanguage();
  const worn = useTheme();
  const [client] = useState(newClient);
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider
        theme={themeOf(worn)}
        locale={language === 'zh' ? zhCN : enGB}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        <AntApp>
          <BrowserRouter basename="/console">
            <Suspense fallback={<Waiting />}>
              <Routes>
                {doors.map(({ path, Screen }) => (
                  <Route key={path} path={path} element={<Screen />} />
                ))}
                {bare.map(({ path, Screen }) => (
                  <Route
                    key={path}
                    path={path}
                    element={
                      <Gate>
                        <Screen />
                      </Gate>
                    }
                  />
                ))}
                <Route
                  element={
                    <Gate>
                      <Shell />
                    </Gate>
                  }
                >
                  {screens.map(({ path, Screen }) => (
                    <Route key={path} path={path} element={<Screen />} />
                  ))}
                  <Route path="*" element={<Lost />} />
                </Route>
              </Routes>
            </Suspense>
          </BrowserRouter>
        </AntApp>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
