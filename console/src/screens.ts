import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { DesktopOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { listCases } from '@fengqiao/contract/cases.ts';
import type { Both, Route } from '@fengqiao/contract/route.ts';
import { names } from './shell/texts.ts';

export type Group = 'desk' | 'intake' | 'dispatch' | 'handle' | 'finish' | 'look' | 'manage';

export type ScreenOf = {
  readonly path: string;
  readonly Screen: LazyExoticComponent<ComponentType>;
};
/** A screen behind the gate; it stands in the navigation of posts that may call one of `needs`. */
export type Listed = ScreenOf & {
  readonly name: Both;
  readonly group: Group | null;
  readonly Icon: ComponentType<{ 'aria-hidden': true }> | null;
  readonly needs: readonly Pick<Route, 'who'>[];
};

const from = <K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) =>
  lazy(async () => ({ default: (await load())[name] }));

/** Open to everybody. */
export const doors: readonly ScreenOf[] = [
  { path: '/sign-in', Screen: from(() => import('./screens/sign-in/SignIn.tsx'), 'SignIn') },
  { path: '/tour', Screen: from(() => import('./screens/tour/Tour.tsx'), 'Tour') },
];

/** All screens in the order of the navigation. */
export const screens: readonly Listed[] = [
  {
    path: '/',
    name: names.today,
    group: 'desk',
    Icon: DesktopOutlined,
    needs: [listCases],
    Screen: from(() => import('./screens/today/Today.tsx'), 'Today'),
  },
  {
    path: '/cases',
    name: names.cases,
    group: 'desk',
    Icon: UnorderedListOutlined,
    needs: [listCases],
    Screen: from(() => import('./screens/cases/Cases.tsx'), 'Cases'),
  },
  {
    path: '/cases/:id',
    name: names.case,
    group: null,
    Icon: null,
    needs: [listCases],
    Screen: from(() => import('./screens/case/CasePage.tsx'), 'CasePage'),
  },
];
