#!/bin/sh
# Makes the secrets of docker-compose.yml, those that do not exist yet: sh tools/docker/secrets.sh
# The password of PostgreSQL's superuser takes effect when the volume is made: for an older volume, name the one that it was
# made with: POSTGRES_PASSWORD=warren sh tools/docker/secrets.sh
set -eu
folder=${1:-$(dirname "$0")/../../.warren/secrets}
umask 077
# others of this machine cannot enter; the containers' users read the files, which are mounted one by one
mkdir -p "$folder"
chmod 700 "$folder"

random() { LC_ALL=C tr -dc 'A-Za-z0-9' < /dev/urandom | head -c 32; }

keep() {
  if [ ! -s "$folder/$1" ]; then
    printf '%s\n' "$2" > "$folder/$1.new"
    chmod 444 "$folder/$1.new"
    mv -f "$folder/$1.new" "$folder/$1"
    echo "made $folder/$1"
  fi
}

keep superuser-password "${POSTGRES_PASSWORD:-$(random)}"
for service in member-profile pattern-finder question-generator; do
  role=warren_$(echo "$service" | tr - _)
  keep "$service-database-url" "postgresql://$role:$(random)@postgres:5432/warren"
done
# with a letter first: nats-server reads digits as a number
for user in member-profile pattern-finder question-generator gateway streams operator consumer subscriber; do
  keep "nats-$user-password" "p$(random)"
done
