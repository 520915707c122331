import NotFound from './(desk)/not-found.tsx'

/** An unknown URL, signed in or not. */
export default function NoRoute() {
  return <NotFound />
}
