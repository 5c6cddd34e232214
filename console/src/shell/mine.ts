import { createContext } from 'react';

/** The addresses of the screens my post works at. The frame gives them, so that no screen needs the list it stands in. */
export const Mine = createContext<ReadonlySet<string>>(new Set());
