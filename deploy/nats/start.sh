#!/bin/sh
# Starts the nats-server of docker-compose.yml with the passwords of its users, unless others would reach it without one.
# The first argument: folder of the passwords, each in a file nats-USER-password.
set -eu

case "${PUBLISH_ON:-127.0.0.1}" in
  127.* | ::1 | '[::1]' | localhost) ;;
  *)
    if [ "${NATS_CONFIG:-listening}" != closed ]; then
      echo "NATS would be published on $PUBLISH_ON, where anybody could listen to events: set NATS_CONFIG=closed in .env." >&2
      exit 1
    fi
    ;;
esac
for file in "${1:-/run/secrets}"/nats-*-password; do
  user=${file##*/nats-}
  user=$(echo "${user%-password}" | tr a-z- A-Z_)
  export "NATS_${user}_PASSWORD=$(cat "$file")"
done
exec nats-server --config "$(dirname "$0")/${NATS_CONFIG:-listening}.conf"
