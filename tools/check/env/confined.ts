import { parse } from 'yaml';
import { z } from 'zod';

const Names = z.array(z.string()).default([]);
const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string().optional(),
      build: z.unknown().optional(),
      read_only: z.boolean().default(false),
      privileged: z.boolean().default(false),
      cap_drop: Names,
      security_opt: Names,
      networks: Names,
      ports: Names,
      environment: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) }).nullable()).default({}),
});

/** Services that other machines, or programs of the host, reach. */
const published = ['gateway', 'nats'];
const digest = /@sha256:[0-9a-f]{64}$/;
/** A secret that stands in the file, or is passed on as a variable with a value that everybody knows. */
const knownSecret = /(PASSWORD|SECRET|TOKEN|API_KEY)$/;

/** Finds services of docker-compose.yml that have more rights, or can be reached by more, than they need. */
export function confinementProblems(compose: string): string[] {
  const { services, networks } = Compose.parse(parse(compose, { merge: true }));
  const problems: string[] = [];
  for (const [name, service] of Object.entries(services)) {
    const lacks = (what: string): void => void problems.push(`docker-compose.yml, service ${name}: ${what}`);
    if (service.build === undefined && !digest.test(service.image ?? '')) {
      lacks('its image has no digest: IMAGE:TAG@sha256:…');
    }
    if (!service.read_only) {
      lacks('its files can be written: read_only: true, and volumes or tmpfs for what it writes');
    }
    if (!service.cap_drop.includes('ALL') || service.privileged) {
      lacks('keeps capabilities: cap_drop: [ALL], and cap_add for those it needs');
    }
    if (!service.security_opt.includes('no-new-privileges:true')) {
      lacks('can gain privileges: security_opt: [no-new-privileges:true]');
    }
    if (service.networks.length === 0) {
      lacks('is in the network of all: name its networks');
    }
    if (!published.includes(name) && service.ports.length > 0) {
      lacks('publishes a port');
    }
    if (!published.includes(name) && service.networks.includes('edge')) {
      lacks('is in the network edge');
    }
    for (const [variable, value] of Object.entries(service.environment)) {
      if (knownSecret.test(variable) && value !== `\${${variable}:-}`) {
        lacks(`${variable} is a secret: give it as a file, ${variable}_FILE`);
      }
    }
  }
  const database = networks['database'];
  if (database?.internal !== true || services['gateway']?.networks.includes('database') === true) {
    problems.push('docker-compose.yml: the network database must be internal, and without the gateway');
  }
  return problems;
}

/** Finds base images of the Dockerfile that are not named by their digest; a later stage names an earlier one. */
export function baseImageProblems(dockerfile: string): string[] {
  const stages = Array.from(dockerfile.matchAll(/^FROM (\S+)(?: AS (\S+))?$/gm));
  const names = new Set(stages.map(([, , name]) => name));
  return stages
    .map(([, image = '']) => image)
    .filter((image) => !names.has(image) && !digest.test(image))
    .map((image) => `Dockerfile: ${image} has no digest: IMAGE:TAG@sha256:…`);
}
