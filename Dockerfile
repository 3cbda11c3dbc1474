# One image for every service: the command names which one runs.
# tools/docker/check-image.ts follows these steps without a container engine, so keep to FROM … AS, WORKDIR, ENV,
# COPY, RUN, USER, EXPOSE, HEALTHCHECK and CMD, with paths below the working directory.

FROM node:24-bookworm-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6 AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps/cli/package.json apps/cli/
COPY apps/gateway/package.json apps/gateway/
COPY apps/member-profile/package.json apps/member-profile/
COPY apps/pattern-finder/package.json apps/pattern-finder/
COPY apps/question-generator/package.json apps/question-generator/
COPY apps/web/package.json apps/web/
COPY libs/contracts/package.json libs/contracts/
COPY libs/messaging/package.json libs/messaging/
COPY libs/mining/package.json libs/mining/
COPY libs/facets/package.json libs/facets/
COPY libs/member-files/package.json libs/member-files/
COPY libs/nats/package.json libs/nats/
COPY libs/servers/package.json libs/servers/
COPY libs/service/package.json libs/service/
COPY libs/testing/package.json libs/testing/
COPY e2e/package.json e2e/
COPY perf/package.json perf/
COPY tools/package.json tools/

# No package needs an install script here: they fetch files for tests and the start script only.
FROM packages AS build
RUN npm ci --omit=dev --ignore-scripts
COPY tsconfig.base.json tsconfig.json rolldown.config.mjs ./
COPY apps apps
COPY libs libs
RUN node node_modules/rolldown/bin/cli.mjs --config rolldown.config.mjs
RUN node node_modules/vite/bin/vite.js build apps/web
RUN mkdir built && cp -r --parents apps/*/dist/service apps/web/dist/page built

# The services' packages only, without those of the page and of npm start.
FROM packages AS production
RUN npm ci --omit=dev --ignore-scripts --workspace=apps/gateway --workspace=apps/member-profile --workspace=apps/pattern-finder --workspace=apps/question-generator
COPY --from=build /app/built ./

FROM node:24-bookworm-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6
WORKDIR /app
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps HOST=0.0.0.0 PORT=8000 HEALTH_PORT=8000 LOG_FORMAT=json ERASURE_DIR=erasures
# Owned by root: the service's user can read its code but not change it.
COPY --from=production /app ./
# Except the ledger of erasures and files during import: mount volumes here, which start with these folders' permissions.
RUN mkdir -m 700 erasures uploads && (chown node erasures uploads || true)
USER node
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/gateway/dist/service/main.js"]
