#!/bin/sh
# Starts the nats-server of docker-compose.yml, unless others would reach it with the passwords of that file, or without.
set -eu

case "${PUBLISH_ON:-127.0.0.1}" in
  127.* | ::1 | '[::1]' | localhost) ;;
  *)
    known=$(env | sed -n 's/^\(NATS_[A-Z_]*_PASSWORD\)=warren$/\1/p' | sort | tr '\n' ' ')
    if [ -n "$known" ]; then
      echo "NATS would be published on $PUBLISH_ON with passwords that everybody knows: set ${known}in .env, or PUBLISH_ON=127.0.0.1." >&2
      exit 1
    fi
    if [ "${NATS_CONFIG:-listening}" != closed ]; then
      echo "NATS would be published on $PUBLISH_ON, where anybody could listen to events: set NATS_CONFIG=closed in .env." >&2
      exit 1
    fi
    ;;
esac
exec nats-server --config "$(dirname "$0")/${NATS_CONFIG:-listening}.conf"
