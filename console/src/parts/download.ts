/** Hands a text to the browser as a file; a mark at the start lets spreadsheets read Chinese in CSV. */
export function download(name: string, text: string, type: string): void {
  const mark = type.startsWith('text/csv') && !text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const url = URL.createObjectURL(new Blob([mark, text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
