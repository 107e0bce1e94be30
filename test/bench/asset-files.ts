/** Files of Loket's pages where they are in the repository. */
const asset = (name: string) => new URL(`../../functions/shared/web/assets/${name}`, import.meta.url)

export const assetFiles = {
  css: asset('loket.css'),
  public: asset('public.css'),
  overleg: asset('overleg.css'),
  figures: asset('figures.css'),
  staff: asset('staff.css'),
  script: asset('page.js'),
  formScript: asset('form.js'),
  listScript: asset('list.js'),
  ticksScript: asset('ticks.js'),
  icon: asset('icon.svg'),
  font: new URL(
    import.meta.resolve(
      '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    ),
  ),
}
