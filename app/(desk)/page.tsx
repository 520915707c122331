import { HomeView } from './home-view.tsx'

export default function HomeRoute() {
  return <HomeView />
}
