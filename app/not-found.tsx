import NotFound from './(desk)/not-found.tsx'

/** An address that no route knows, signed in or not. */
export default function NoRoute() {
  return <NotFound />
}
