/** What a function that shows pages reads beside its bundle (functions/shared/web/assets.ts). */
export const pageFiles = {
  'assets/loket.css': 'functions/shared/web/assets/loket.css',
  'assets/public.css': 'functions/shared/web/assets/public.css',
  'assets/overleg.css': 'functions/shared/web/assets/overleg.css',
  'assets/figures.css': 'functions/shared/web/assets/figures.css',
  'assets/staff.css': 'functions/shared/web/assets/staff.css',
  'assets/form.js': 'functions/shared/web/assets/form.js',
  'assets/list.js': 'functions/shared/web/assets/list.js',
  'assets/ticks.js': 'functions/shared/web/assets/ticks.js',
  'assets/page.js': 'functions/shared/web/assets/page.js',
  'assets/icon.svg': 'functions/shared/web/assets/icon.svg',
  'assets/atkinson.woff2':
    'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
}
