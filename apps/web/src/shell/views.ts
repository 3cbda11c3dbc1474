import { ChartNetwork, Handshake, History, Quote, Shapes, Sparkles, Users } from 'lucide-react';

/** Views that the navigation names, each with the role that it, and all below its address, is for. */
export const views = [
  { to: '/patterns', name: 'Patterns', Icon: Shapes, role: 'viewer' },
  { to: '/discover', name: 'Discover', Icon: Sparkles, role: 'operator' },
  { to: '/community', name: 'Community', Icon: ChartNetwork, role: 'viewer' },
  { to: '/introductions', name: 'Introductions', Icon: Handshake, role: 'operator' },
  { to: '/themes', name: 'Themes', Icon: Quote, role: 'operator' },
  { to: '/members', name: 'Members', Icon: Users, role: 'operator' },
  { to: '/runs', name: 'Runs', Icon: History, role: 'viewer' },
] as const;
